package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatentDistributionTest {

  private static LatentDistribution two() {
    return LatentDistribution.of(new float[][] {{1, 2}, {3, 4}}, new float[][] {{0, -1}, {-2, 1}});
  }

  @Test
  void answersItsParameters() {
    assertThat(two().size()).isEqualTo(2);
    assertThat(two().latentDim()).isEqualTo(2);
    assertThat(two().mean()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    assertThat(two().logVariance()).isDeepEqualTo(new float[][] {{0, -1}, {-2, 1}});
  }

  @Test
  void isUntouchedByChangesOutside() {
    float[][] mean = {{1}};
    float[][] logVariance = {{2}};
    LatentDistribution posterior = LatentDistribution.of(mean, logVariance);
    mean[0][0] = 9;
    logVariance[0] = new float[0];
    posterior.mean()[0][0] = 9;
    posterior.logVariance()[0][0] = 9;
    posterior.sample(1)[0][0] = 9;
    assertThat(posterior.mean()).isDeepEqualTo(new float[][] {{1}});
    assertThat(posterior.logVariance()).isDeepEqualTo(new float[][] {{2}});
  }

  /** ½ (1 + 1 − 0 − 1) + ½ (4 + e⁻¹ + 1 − 1) and ½ (9 + e⁻² + 2 − 1) + ½ (16 + e − 1 − 1). */
  @Test
  void measuresTheDivergenceFromTheStandardNormal() {
    double[] divergence = two().klDivergence();
    assertThat(divergence[0]).isCloseTo(0.5 + (4 + Math.exp(-1)) / 2, within(1e-12));
    assertThat(divergence[1]).isCloseTo((10 + Math.exp(-2)) / 2 + (14 + Math.E) / 2, within(1e-12));
    assertThat(LatentDistribution.of(new float[1][3], new float[1][3]).klDivergence())
        .containsExactly(0);
  }

  @Test
  void repeatsDrawsWithASeed() {
    assertThat(two().sample(5)).isDeepEqualTo(two().sample(5));
    assertThat(two().sample(5)[0]).isNotEqualTo(two().sample(6)[0]);
  }

  @Test
  void drawsWithItsMeanAndSpread() {
    int n = 50_000;
    float[][] mean = new float[n][1];
    float[][] logVariance = new float[n][1];
    for (int i = 0; i < n; i++) {
      mean[i][0] = 3;
      logVariance[i][0] = (float) Math.log(4);
    }
    double sum = 0;
    double squares = 0;
    for (float[] z : LatentDistribution.of(mean, logVariance).sample(8)) {
      sum += z[0] - 3;
      squares += (z[0] - 3.0) * (z[0] - 3.0);
    }
    assertThat(sum / n).isCloseTo(0, within(5 * 2 / Math.sqrt(n)));
    assertThat(squares / n).isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / n)));
  }

  @Test
  void rejectsShapesThatDiffer() {
    assertRejected(
        new float[0][],
        new float[0][],
        "mean has 0 rows and logVariance 0; both must have the same number, at least 1");
    assertRejected(
        new float[1][1],
        new float[2][1],
        "mean has 1 rows and logVariance 2; both must have the same number, at least 1");
    assertRejected(
        new float[2][2],
        new float[][] {{0, 0}, {0}},
        "mean and logVariance must have 2 columns in row 1");
    assertRejected(
        new float[][] {{0}, {0, 0}},
        new float[2][1],
        "mean and logVariance must have 1 columns in row 1");
  }

  private static void assertRejected(float[][] mean, float[][] logVariance, String message) {
    assertThatThrownBy(() -> LatentDistribution.of(mean, logVariance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
