package io.civae.examples.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.FeatureMatrix;
import org.junit.jupiter.api.Test;

class ReconstructionErrorTest {

  @Test
  void sumsOverFeaturesAndAveragesOverObservations() {
    FeatureMatrix observations = FeatureMatrix.of(new float[][] {{0, 0.5f}, {1, 1}});
    float[][] reconstructions = {{0.5f, 0.5f}, {0, 0.75f}};
    ReconstructionError error = ReconstructionError.of(observations, reconstructions);
    assertThat(error.sse()).isCloseTo((0.25 + 1 + 0.0625) / 2, within(1e-12));
    assertThat(error.mse()).isCloseTo((0.25 + 1 + 0.0625) / 4, within(1e-12));
    assertThat(error.mae()).isCloseTo((0.5 + 1 + 0.25) / 4, within(1e-12));
    assertThat(error.mae255()).isCloseTo(255 * (0.5 + 1 + 0.25) / 4, within(1e-9));
  }
}
