package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bounds are five standard errors, or the 99.99 % point: no seed should come near them. */
class SeededRandomDistributionTest {

  @Test
  void separatesSeedsAndPaths() {
    Set<Long> firsts = new HashSet<>();
    int streams = 0;
    for (long seed = -50; seed < 50; seed++) {
      firsts.add(SeededRandom.of(seed).nextLong());
      streams++;
      for (long a = -3; a < 4; a++) {
        firsts.add(SeededRandom.of(seed, a).nextLong());
        firsts.add(SeededRandom.of(seed, a, 0).nextLong());
        firsts.add(SeededRandom.of(seed, 0, a, 1).nextLong());
        streams += 3;
      }
    }
    assertThat(firsts).hasSize(streams);
  }

  @Test
  void drawsStreamsWithoutCorrelation() {
    int n = 100_000;
    SeededRandom one = SeededRandom.of(1, 1000);
    SeededRandom next = SeededRandom.of(1, 1001);
    double products = 0;
    for (int i = 0; i < n; i++) {
      products += (one.nextDouble() - 0.5) * (next.nextDouble() - 0.5);
    }
    // The standard error of a correlation of n independent pairs is 1/√n.
    assertThat(12 * products / n).isCloseTo(0, within(5 / Math.sqrt(n)));
  }

  @Test
  void drawsUniformDoublesAndFloats() {
    int n = 200_000;
    SeededRandom random = SeededRandom.of(11);
    double[] doubles = new double[n];
    double[] floats = new double[n];
    for (int i = 0; i < n; i++) {
      doubles[i] = random.nextDouble();
      floats[i] = random.nextFloat();
    }
    for (double[] values : new double[][] {doubles, floats}) {
      assertThat(Arrays.stream(values)).allMatch(v -> v >= 0 && v < 1);
      assertThat(moment(values, 0, 1)).isCloseTo(0.5, within(5 * Math.sqrt(1 / 12.0 / n)));
      assertThat(moment(values, 0.5, 2)).isCloseTo(1 / 12.0, within(5 * Math.sqrt(1 / 180.0 / n)));
    }
  }

  @Test
  void drawsNormalDeviates() {
    int n = 200_000;
    float[] filled = new float[n];
    SeededRandom.of(12).fillGaussian(filled);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = filled[i];
    }
    // Variances of the sample moments of N(0, 1): 1, 2, 15, 96 over n.
    assertThat(moment(values, 0, 1)).isCloseTo(0, within(5 * Math.sqrt(1.0 / n)));
    assertThat(moment(values, 0, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    assertThat(moment(values, 0, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / n)));
    assertThat(moment(values, 0, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
    double beyondTwo = Arrays.stream(values).filter(v -> Math.abs(v) > 2).count() / (double) n;
    assertThat(beyondTwo).isCloseTo(0.0455, within(5 * Math.sqrt(0.0455 * 0.9545 / n)));
  }

  private static double moment(double[] values, double centre, int power) {
    return Arrays.stream(values).map(v -> Math.pow(v - centre, power)).average().orElseThrow();
  }

  @Test
  void drawsEachIntegerEquallyOften() {
    int n = 70_000;
    int[] counts = new int[7];
    SeededRandom random = SeededRandom.of(13);
    for (int i = 0; i < n; i++) {
      counts[random.nextInt(7)]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += Math.pow(count - n / 7.0, 2) / (n / 7.0);
    }
    // The 99.99 % point of chi-square with 6 degrees of freedom.
    assertThat(chiSquare).isLessThan(27.9);
  }

  @Test
  void reachesEveryPermutationEquallyOften() {
    int n = 60_000;
    int[] counts = new int[216];
    SeededRandom random = SeededRandom.of(14);
    for (int i = 0; i < n; i++) {
      int[] values = {0, 1, 2};
      random.shuffle(values);
      counts[values[0] * 36 + values[1] * 6 + values[2]]++;
    }
    int[] reached = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(reached).hasSize(6);
    double expected = n / 6.0;
    assertThat(Arrays.stream(reached))
        .allMatch(count -> Math.abs(count - expected) < 5 * Math.sqrt(expected * 5 / 6));
  }
}
