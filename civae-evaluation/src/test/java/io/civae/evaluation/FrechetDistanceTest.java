package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

  /** Mean (0, 0), covariance diag(1, 4). */
  private static final float[][] CROSS = {{-1, -2}, {-1, 2}, {1, -2}, {1, 2}};

  @Test
  void ofACloudToItselfIsZero() {
    assertThat(FrechetDistance.between(CROSS, CROSS)).isCloseTo(0, within(1e-9));
  }

  @Test
  void ofAShiftIsItsSquaredLength() {
    assertThat(FrechetDistance.between(CROSS, moved(CROSS, 1, 3, 4))).isCloseTo(25, within(1e-6));
  }

  @Test
  void ofDiagonalCovariancesIsTheSquaredDifferenceOfDeviations() {
    // Tr(C₁ + C₂ − 2(C₁C₂)^½) = Σ (σ₁ − σ₂)² = (1 − 3)² + (2 − 6)² = 20.
    assertThat(FrechetDistance.between(CROSS, moved(CROSS, 3, 0, 0))).isCloseTo(20, within(1e-6));
  }

  @Test
  void ofCovariancesThatDoNotCommuteMatchesTheClosedFormForTwoByTwo() {
    // For 2 × 2, Tr (C₁C₂)^½ = √(Tr(C₁C₂) + 2 √(det C₁ det C₂)).
    float[][] tilted = {{-3, -1}, {3, 1}, {-1, 1}, {1, -1}};
    double[][] second = {{5, 1}, {1, 1}};
    double traceOfProduct = second[0][0] + 4 * second[1][1];
    double determinants = 4 * (5 * 1 - 1 * 1);
    double expected = 5 + 6 - 2 * Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinants));
    assertThat(FrechetDistance.between(CROSS, tilted)).isCloseTo(expected, within(1e-6));
    assertThat(FrechetDistance.between(tilted, CROSS)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void standsAFeatureThatNeverChanges() {
    float[][] flat = {{-1, 7}, {1, 7}};
    assertThat(FrechetDistance.between(flat, moved(flat, 1, 2, 0))).isCloseTo(4, within(1e-6));
  }

  @Test
  void rejectsOnePointAndDifferentWidths() {
    assertThatThrownBy(() -> FrechetDistance.between(new float[][] {{1, 2}}, CROSS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first has 1 points");
    assertThatThrownBy(() -> FrechetDistance.between(CROSS, new float[][] {{1}, {2}}))
        .hasMessageContaining("first has 2 columns and second 1");
  }

  private static float[][] moved(float[][] points, float factor, float right, float up) {
    float[][] result = new float[points.length][];
    for (int i = 0; i < points.length; i++) {
      result[i] = new float[] {factor * points[i][0] + right, factor * points[i][1] + up};
    }
    return result;
  }
}
