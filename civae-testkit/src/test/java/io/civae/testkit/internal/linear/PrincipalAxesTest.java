package io.civae.testkit.internal.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

  private static final double[][] NO_EMPHASIS = {};

  @Test
  void findsTheAxesOfAKnownCovariance() {
    // Points (±3, 0), (0, ±1) around (10, 20), turned by 30°.
    double c = Math.cos(Math.PI / 6);
    double s = Math.sin(Math.PI / 6);
    double[][] rows = {
      {10 + 3 * c, 20 + 3 * s}, {10 - 3 * c, 20 - 3 * s}, {10 - s, 20 + c}, {10 + s, 20 - c}
    };
    PrincipalAxes axes = PrincipalAxes.of(rows, NO_EMPHASIS, 2, SeededRandom.of(1));
    assertThat(axes.mean()).containsExactly(new double[] {10, 20}, within(1e-12));
    assertThat(axes.variances()).containsExactly(new double[] {4.5, 0.5}, within(1e-12));
    assertThat(Math.abs(axes.axes()[0][0] * c + axes.axes()[0][1] * s)).isCloseTo(1, within(1e-12));
  }

  @Test
  void scoresAreUncorrelatedWhenThereAreMoreFeaturesThanDirections() {
    SeededRandom random = SeededRandom.of(2);
    double[][] rows = new double[100][40];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian() * (j < 3 ? 5 : 1);
      }
    }
    PrincipalAxes axes = PrincipalAxes.of(rows, NO_EMPHASIS, 4, SeededRandom.of(1));
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        double covariance = 0;
        for (double[] row : rows) {
          covariance += score(axes, a, row) * score(axes, b, row) / rows.length;
        }
        assertThat(covariance).isCloseTo(a == b ? axes.variances()[a] : 0, within(1e-9));
      }
    }
    assertThat(axes.variances()[2]).isGreaterThan(10);
  }

  private static double score(PrincipalAxes axes, int axis, double[] row) {
    return PrincipalAxes.dot(axes.axes()[axis], row)
        - PrincipalAxes.dot(axes.axes()[axis], axes.mean());
  }

  @Test
  void constantRowsHaveNoVariance() {
    double[][] rows = {{1, 2, 3}, {1, 2, 3}};
    PrincipalAxes axes = PrincipalAxes.of(rows, NO_EMPHASIS, 2, SeededRandom.of(1));
    assertThat(axes.variances()).containsExactly(0, 0);
    assertThat(axes.mean()).containsExactly(1, 2, 3);
  }

  @Test
  void emphasisBringsInADirectionThatVarianceAloneWouldLeaveOut() {
    double[][] rows = {{2, 0, 0}, {-2, 0, 0}, {0, 1.5, 0}, {0, -1.5, 0}, {0, 0, 1}, {0, 0, -1}};
    PrincipalAxes plain = PrincipalAxes.of(rows, NO_EMPHASIS, 2, SeededRandom.of(1));
    assertThat(Math.abs(plain.axes()[1][1])).isCloseTo(1, within(1e-12));
    PrincipalAxes emphasised =
        PrincipalAxes.of(rows, new double[][] {{0, 0, 2}}, 2, SeededRandom.of(1));
    assertThat(Math.abs(emphasised.axes()[1][2])).isCloseTo(1, within(1e-12));
    assertThat(emphasised.variances())
        .containsExactly(new double[] {8.0 / 6, 2.0 / 6}, within(1e-12));
    assertThat(Math.abs(emphasised.images()[1][2])).isCloseTo(2.0 / 6, within(1e-12));
  }
}
