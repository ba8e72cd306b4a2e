package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RandomCountsTest {

  private static final int DRAWS = 40_000;

  @Test
  void poissonCountsHaveEqualMeanAndVariance() {
    // 30 and 95 cross the step at which means are split.
    for (double mean : new double[] {0.05, 1.5, 12, 30, 95}) {
      SeededRandom random = SeededRandom.of(4);
      int[] counts =
          IntStream.range(0, DRAWS).map(i -> RandomCounts.poisson(random, mean)).toArray();
      assertMoments(counts, mean, mean);
    }
  }

  @Test
  void poissonProbabilitiesAreThoseOfTheFormula() {
    SeededRandom random = SeededRandom.of(8);
    int[] counts = IntStream.range(0, DRAWS).map(i -> RandomCounts.poisson(random, 2)).toArray();
    double probability = Math.exp(-2);
    for (int k = 0; k < 6; k++) {
      int wanted = k;
      double share = IntStream.of(counts).filter(c -> c == wanted).count() / (double) DRAWS;
      assertThat(share).as("share of %s", k).isCloseTo(probability, within(0.01));
      probability *= 2.0 / (k + 1);
    }
  }

  @Test
  void negativeBinomialCountsAreOverdispersed() {
    // 2.5 has a gamma shape below 1.
    for (double dispersion : new double[] {0.1, 0.8, 2.5}) {
      SeededRandom random = SeededRandom.of(6);
      int[] counts =
          IntStream.range(0, DRAWS)
              .map(i -> RandomCounts.negativeBinomial(random, 6, dispersion))
              .toArray();
      assertMoments(counts, 6, 6 + dispersion * 36);
    }
  }

  @Test
  void noDispersionIsPoisson() {
    SeededRandom random = SeededRandom.of(6);
    int[] counts =
        IntStream.range(0, DRAWS).map(i -> RandomCounts.negativeBinomial(random, 6, 0)).toArray();
    assertMoments(counts, 6, 6);
  }

  private static void assertMoments(int[] counts, double mean, double variance) {
    double found = IntStream.of(counts).average().orElseThrow();
    double spread =
        IntStream.of(counts).mapToDouble(c -> (c - found) * (c - found)).average().orElseThrow();
    assertThat(found).isCloseTo(mean, within(5 * Math.sqrt(variance / counts.length)));
    assertThat(spread).isCloseTo(variance, Percentage.withPercentage(10));
  }

  @Test
  void largePoissonCountsHaveTheirMomentsInNoMoreTime() {
    for (double mean : new double[] {1.2e5, 3e7, 1e9}) {
      SeededRandom random = SeededRandom.of(4);
      int[] counts =
          IntStream.range(0, DRAWS).map(i -> RandomCounts.poisson(random, mean)).toArray();
      assertMoments(counts, mean, mean);
    }
  }

  @Test
  void bothWaysToDrawGiveTheSameDistribution() {
    SeededRandom below = SeededRandom.of(5);
    SeededRandom above = SeededRandom.of(6);
    int within = 0;
    int too = 0;
    for (int i = 0; i < 2_000; i++) {
      within += RandomCounts.poisson(below, 100_000) <= 100_100 ? 1 : 0;
      too += RandomCounts.poisson(above, Math.nextUp(100_000.0)) <= 100_100 ? 1 : 0;
    }
    // Φ(100.5 / √100,000) = 0.625, deviation 0.011.
    assertThat(within / 2e3).isCloseTo(0.625, within(0.05));
    assertThat(too / 2e3).isCloseTo(0.625, within(0.05));
  }

  @Test
  void countsBeyondTheRangeOfIntStayAtItsEnd() {
    // The gamma deviate makes a Poisson mean of about 3e9.
    assertThat(RandomCounts.negativeBinomial(SeededRandom.of(122), 1e8, 10)).isNotNegative();
    assertThat(RandomCounts.poisson(SeededRandom.of(1), 3e9)).isEqualTo(Integer.MAX_VALUE);
    assertThat(RandomCounts.poisson(SeededRandom.of(1), 1e300)).isEqualTo(Integer.MAX_VALUE);
  }
}
