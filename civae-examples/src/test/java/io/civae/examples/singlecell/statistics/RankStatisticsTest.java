package io.civae.examples.singlecell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Golden values come from SciPy 1.17 unless they are worked out by hand. */
class RankStatisticsTest {

  @Test
  void sharesRanksAmongEqualValues() {
    Ranks ranks = Ranks.of(new double[] {5, 1, 5, 5, 2, 2, 0.0, -0.0});
    assertThat(ranks.all()).containsExactly(7, 3, 7, 7, 4.5, 4.5, 1.5, 1.5);
    // 3³ − 3 + 2 · (2³ − 2)
    assertThat(ranks.tieTerm()).isEqualTo(36);
  }

  @Test
  void correlatesRanks() {
    double[] x = {1, 2, 2, 4, 5, 7};
    // scipy.stats.spearmanr
    assertThat(RankCorrelation.of(x, new double[] {3, 1, 4, 4, 9, 2}))
        .isCloseTo(0.1911764705882353, within(1e-12));
    assertThat(RankCorrelation.of(x, new double[] {1, 20, 20, 400, 500, 7000}))
        .isCloseTo(1, within(1e-12));
    assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {9, 8, 7}))
        .isCloseTo(-1, within(1e-12));
    assertThat(RankCorrelation.of(new double[] {1, 2}, new double[] {3, 3})).isNaN();
    assertThatThrownBy(() -> RankCorrelation.of(x, new double[] {1, 2}))
        .hasMessageContaining("second (2 values) must be as many as first (6)");
  }

  @Test
  void testsRankSumsWithTies() {
    RankSumTest test =
        RankSumTest.of(
            new double[] {1.1, 2.2, 2.2, 3.3, 5.0, 0.4, 7.7, 2.2},
            new double[] {2.2, 6.1, 8.0, 9.9, 3.3, 12.0, 5.5});
    // scipy.stats.mannwhitneyu(method="asymptotic", use_continuity=True)
    assertThat(test.u()).isEqualTo(9);
    assertThat(test.pValue()).isCloseTo(0.0305949678586612, within(1e-12));
    assertThat(test.z()).isNegative();
    assertThat(test.auc()).isEqualTo(9.0 / 56);
  }

  @Test
  void findsNothingInEqualSamples() {
    RankSumTest test = RankSumTest.of(new double[] {2, 2, 2}, new double[] {2, 2});
    assertThat(test.z()).isZero();
    assertThat(test.pValue()).isEqualTo(1);
    assertThat(test.auc()).isEqualTo(0.5);
    assertThatThrownBy(() -> RankSumTest.of(new double[] {1, Double.NaN}, new double[] {2}))
        .hasMessageContaining("first[1] (NaN) must be finite");
  }

  @Test
  void knowsTheTailsOfTheNormalDistribution() {
    // 2 · scipy.stats.norm.sf
    double[][] golden = {
      {0, 1},
      {0.1, 0.920344325445942},
      {1, 0.31731050786291415},
      {2.8, 0.005110260660855864},
      {3, 0.0026997960632601866},
      {-6, 1.973175290075389e-09},
      {20, 5.507248237212311e-89}
    };
    for (double[] pair : golden) {
      assertThat(NormalTail.twoSided(pair[0])).isCloseTo(pair[1], within(pair[1] * 1e-11));
    }
  }

  @Test
  void adjustsPValuesForTheirNumber() {
    // scipy.stats.false_discovery_control
    assertThat(BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.6, 0.04}))
        .containsExactly(new double[] {0.03, 0.048, 0.048, 0.03, 0.6, 0.048}, within(1e-15));
    assertThat(BenjaminiHochberg.adjust(new double[] {0.9, 0.8})).containsExactly(0.9, 0.9);
    assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {0.5, 1.5}))
        .hasMessageContaining("pValues[1] (1.5) must be from 0 to 1");
  }

  @Test
  void countsWhatIsCommonAtTheTop() {
    double[] first = {9, 8, 7, 1, 1};
    double[] second = {9, 1, 8, 7, 1};
    assertThat(TopOverlap.of(first, second, 1)).isEqualTo(1);
    assertThat(TopOverlap.of(first, second, 2)).isEqualTo(0.5);
    assertThat(TopOverlap.of(first, second, 5)).isEqualTo(1);
    assertThatThrownBy(() -> TopOverlap.of(first, second, 6))
        .hasMessageContaining("k (6) must be from 1 to 5");
  }
}
