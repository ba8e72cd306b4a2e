package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

  @Test
  void rejectsReconstructionsOfAnotherShape() {
    FeatureMatrix observations = FeatureMatrix.of(new float[][] {{0, 1}, {1, 1}});
    assertThatThrownBy(() -> ReconstructionError.between(observations, new float[1][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reconstructions has 1 rows; 2 observations ask for as many");
    assertThatThrownBy(() -> ReconstructionError.between(observations, new float[0][2]))
        .hasMessage("reconstructions has 0 rows; 2 observations ask for as many");
    for (int width : new int[] {1, 3}) {
      assertThatThrownBy(
              () ->
                  ReconstructionError.between(
                      observations, new float[][] {new float[2], new float[width]}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("reconstructions[1] has " + width + " values; the observations have 2");
    }
  }
}
