package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.FeatureMatrix;
import org.junit.jupiter.api.Test;

class ReconstructionErrorTest {

  @Test
  void sumsOverFeaturesAndAveragesOverObservations() {
    FeatureMatrix observations = FeatureMatrix.of(new float[][] {{0, 0.5f}, {1, 1}});
    float[][] reconstructions = {{0.5f, 0.5f}, {0, 0.75f}};
    ReconstructionError error = ReconstructionError.between(observations, reconstructions);
    assertThat(error.sumOfSquares()).isCloseTo((0.25 + 1 + 0.0625) / 2, within(1e-12));
    assertThat(error.meanSquared()).isCloseTo((0.25 + 1 + 0.0625) / 4, within(1e-12));
    assertThat(error.meanAbsolute()).isCloseTo((0.5 + 1 + 0.25) / 4, within(1e-12));
    assertThat(error.meanAbsoluteInGreyLevels())
        .isCloseTo(255 * (0.5 + 1 + 0.25) / 4, within(1e-9));
  }
}
