package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import org.junit.jupiter.api.Test;

class MoonsTest {

  @Test
  void withoutNoisePointsLieOnTheirHalfCircles() {
    LabeledDataset data = SyntheticDatasets.moons(50, 0, 3);
    CiVaeAssertions.assertThat(data).hasSize(100).hasClassCount("0", 50).hasClassCount("1", 50);
    assertThat(data.featureNames()).containsExactly("x", "y");
    for (int i = 0; i < data.size(); i++) {
      float[] p = data.observation(i);
      boolean upper = data.classIndex(i) == 0;
      double x = upper ? p[0] : p[0] - 1;
      double y = upper ? p[1] : p[1] - 0.5;
      assertThat(x * x + y * y).isCloseTo(1, within(1e-6));
      assertThat(upper ? y : -y).isGreaterThanOrEqualTo(-1e-6);
    }
  }

  @Test
  void noStraightLineSeparatesThemButNeighboursDo() {
    LabeledDataset data = SyntheticDatasets.moons(300, 0.1, 3);
    assertThat(SoftmaxRegression.fit(data, 40, 1).accuracy(data)).isBetween(0.8, 0.93);
    assertThat(leaveOneOutNearestNeighbour(data)).isGreaterThan(0.98);
  }

  @Test
  void refusesNoiseThatIsNoDeviation() {
    assertThatThrownBy(() -> SyntheticDatasets.moons(5, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("noise (NaN) must be finite and non-negative");
    assertThatThrownBy(() -> SyntheticDatasets.moons(0, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perClass (0)");
  }

  private static double leaveOneOutNearestNeighbour(LabeledDataset data) {
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < data.size(); k++) {
        double dx = data.observation(i)[0] - data.observation(k)[0];
        double dy = data.observation(i)[1] - data.observation(k)[1];
        double square = dx * dx + dy * dy;
        if (k != i && square < least) {
          least = square;
          nearest = k;
        }
      }
      right += data.classIndex(nearest) == data.classIndex(i) ? 1 : 0;
    }
    return (double) right / data.size();
  }
}
