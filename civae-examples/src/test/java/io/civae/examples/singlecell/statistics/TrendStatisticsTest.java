package io.civae.examples.singlecell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrendStatisticsTest {

  @Test
  void givesAStraightLineItsEndMinusItsStart() {
    assertThat(TrendSlope.of(new double[] {1, 2, 3, 4, 5})).isCloseTo(4, within(1e-12));
    assertThat(TrendSlope.of(new double[] {5, 3})).isCloseTo(-2, within(1e-12));
    assertThat(TrendSlope.of(new double[] {2, 2, 2})).isZero();
    // (−½ · 0 + 0 · 0 + ½ · 1) / ½
    assertThat(TrendSlope.of(new double[] {0, 0, 1})).isCloseTo(1, within(1e-12));
    // A peak in the middle has no trend.
    assertThat(TrendSlope.of(new double[] {0, 9, 0})).isCloseTo(0, within(1e-12));
  }

  @Test
  void saysWhetherACurveGoesOneWay() {
    assertThat(TrendSlope.monotonicity(new double[] {0, 1, 10, 11})).isCloseTo(1, within(1e-12));
    assertThat(TrendSlope.monotonicity(new double[] {3, 2, 1})).isCloseTo(-1, within(1e-12));
    assertThat(TrendSlope.monotonicity(new double[] {0, 9, 0})).isCloseTo(0, within(1e-12));
    assertThat(TrendSlope.monotonicity(new double[] {1, 1, 1})).isNaN();
    assertThatThrownBy(() -> TrendSlope.of(new double[] {1}))
        .hasMessageContaining("curve (1 values) must be at least 2");
  }

  @Test
  void findsWhereHalfOfTheChangeHasHappened() {
    assertThat(HalfStep.of(new double[] {0, 1, 2, 3, 4})).isEqualTo(2);
    assertThat(HalfStep.of(new double[] {0, 0, 0, 10})).isEqualTo(2.5);
    assertThat(HalfStep.of(new double[] {10, 0, 0, 0})).isEqualTo(0.5);
    assertThat(HalfStep.of(new double[] {0, 6, 1, 9, 10})).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(HalfStep.of(new double[] {3, 9, 3})).isNaN();
  }

  @Test
  void neverCallsAPermutationPValueZero() {
    double[] nullValues = {-3, 1, 2, -0.5};
    assertThat(PermutationTest.pValue(10, nullValues)).isEqualTo(1 / 5.0);
    assertThat(PermutationTest.pValue(-2, nullValues)).isEqualTo(3 / 5.0);
    assertThat(PermutationTest.pValue(0, nullValues)).isEqualTo(1);
  }

  @Test
  void flipsSigns() {
    // All of 2⁴ flips: the sum reaches ±4 twice in 16.
    assertThat(PermutationTest.ofMean(new double[] {1, 1, 1, 1}, 20_000, 1))
        .isCloseTo(2 / 16.0, within(0.01));
    assertThat(PermutationTest.ofMean(new double[] {1, -1, 1, -1}, 100, 1)).isEqualTo(1);
    double[] apart = new double[30];
    Arrays.fill(apart, 2);
    assertThat(PermutationTest.ofMean(apart, 999, 1)).isEqualTo(0.001);
  }

  @Test
  void dealsTwoSamplesAnew() {
    // Of the 20 ways to deal 6 values into 3 and 3 only this one and its mirror are as extreme.
    assertThat(
            PermutationTest.ofDifference(
                new double[] {1, 2, 3}, new double[] {10, 11, 12}, 20_000, 2))
        .isCloseTo(2 / 20.0, within(0.01));
    assertThat(PermutationTest.ofDifference(new double[] {1, 1}, new double[] {1, 1, 1}, 50, 2))
        .isEqualTo(1);
    assertThatThrownBy(() -> PermutationTest.ofDifference(new double[] {1}, new double[] {1}, 0, 2))
        .hasMessageContaining("permutations (0) must be at least 1");
  }

  @Test
  void isUniformUnderTheNull() {
    int small = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      SeededRandom random = SeededRandom.of(3, trial);
      double[] units = random.doubles(12).map(u -> u - 0.5).toArray();
      small += PermutationTest.ofMean(units, 99, trial) <= 0.1 ? 1 : 0;
    }
    // Four standard deviations of a binomial around one tenth.
    assertThat(small).isBetween(16, 64);
  }

  @Test
  void summarisesTheWalksOfAGene() {
    double[][] curves = {{0, 1, 2}, {1, 2, 3}, {0, 2, 4}, {2, 3, 4}};
    GeneTrend trend = GeneTrend.of(curves, 999, 4);
    assertThat(trend.startMean()).isEqualTo(0.75);
    assertThat(trend.endMean()).isEqualTo(3.25);
    assertThat(trend.trend()).isCloseTo(2.5, within(1e-12));
    assertThat(trend.monotonicity()).isCloseTo(1, within(1e-12));
    assertThat(trend.halfStep()).isEqualTo(1);
    assertThat(trend.ciLow()).isBetween(2.0, 2.5);
    assertThat(trend.ciHigh()).isBetween(2.5, 4.0);
    assertThat(trend.pValue()).isBetween(0.06, 0.2);
    assertThat(GeneTrend.of(curves, 999, 4)).isEqualTo(trend);
    assertThatThrownBy(() -> GeneTrend.of(new double[][] {{1, 2}, {1}}, 9, 1))
        .hasMessageContaining("curves[1] (1 steps) must have the 2 steps of the first");
    assertThatThrownBy(() -> GeneTrend.of(new double[0][], 9, 1))
        .hasMessageContaining("curves is empty");
  }
}
