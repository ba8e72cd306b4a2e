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
}
