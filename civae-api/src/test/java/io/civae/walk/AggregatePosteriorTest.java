package io.civae.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.LatentDistribution;
import org.junit.jupiter.api.Test;

class AggregatePosteriorTest {

  private static final float[][] MEAN = {{0, 1}, {2, -1}, {0.5f, 0.5f}};
  private static final float[][] LOG_VARIANCE = {{0, -1}, {0.5f, 0}, {-2, -2}};

  private static double density(int n, double x, double y) {
    double vx = Math.exp(LOG_VARIANCE[n][0]);
    double vy = Math.exp(LOG_VARIANCE[n][1]);
    double dx = x - MEAN[n][0];
    double dy = y - MEAN[n][1];
    return Math.exp(-dx * dx / (2 * vx) - dy * dy / (2 * vy)) / (2 * Math.PI * Math.sqrt(vx * vy));
  }

  @Test
  void isTheLogOfTheMeanDensity() {
    AggregatePosterior posterior = AggregatePosterior.of(LatentDistribution.of(MEAN, LOG_VARIANCE));
    double expected = (density(0, 0.3, -0.2) + density(1, 0.3, -0.2) + density(2, 0.3, -0.2)) / 3;
    assertThat(posterior.logDensity(new float[] {0.3f, -0.2f}))
        .isCloseTo(Math.log(expected), within(1e-5));
    assertThat(posterior.size()).isEqualTo(3);
  }

  @Test
  void judgesAMemberByTheOthersAlone() {
    AggregatePosterior posterior = AggregatePosterior.of(LatentDistribution.of(MEAN, LOG_VARIANCE));
    assertThat(posterior.leaveOneOut(1))
        .isCloseTo(Math.log((density(0, 2, -1) + density(2, 2, -1)) / 2), within(1e-5));
  }

  @Test
  void staysFiniteFarAway() {
    AggregatePosterior posterior = AggregatePosterior.of(LatentDistribution.of(MEAN, LOG_VARIANCE));
    assertThat(posterior.logDensity(new float[] {1e6f, 0})).isFinite().isLessThan(-1e11);
  }

  @Test
  void rejectsLatentsOfAnotherWidthAndASingleMemberLeftOut() {
    AggregatePosterior single =
        AggregatePosterior.of(LatentDistribution.of(new float[1][2], new float[1][2]));
    assertThatThrownBy(() -> single.logDensity(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("z has 3 values; the posteriors have 2");
    assertThatThrownBy(() -> single.leaveOneOut(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a single posterior has no others to be judged by");
  }

  @Test
  void staysANumberForPosteriorsTooNarrowForAFloat() {
    AggregatePosterior narrow =
        AggregatePosterior.of(
            LatentDistribution.of(new float[][] {{0}, {1}}, new float[][] {{-100}, {-900}}));
    double expected = Math.log(0.5) + 50 - 0.5 * Math.log(2 * Math.PI);
    assertThat(narrow.logDensity(new float[] {0})).isCloseTo(expected, within(1e-9));
    assertThat(narrow.logDensity(new float[] {1})).isCloseTo(expected + 400, within(1e-9));
    assertThat(narrow.logDensity(new float[] {0.5f})).isNegative().isNotNaN();
  }
}
