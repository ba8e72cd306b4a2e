package io.civae.examples.singlecell.statistics;

import io.civae.spi.SeededRandom;

/**
 * P-values from values that a statistic takes where the null hypothesis holds. The value observed
 * counts as one of them, so that a p-value is never 0 (Phipson and Smyth, 2010): p = (1 + number of
 * null values at least as far from 0) / (1 + number of null values).
 */
public final class PermutationTest {

  private static final long STREAM = 0x5045_524DL;

  private PermutationTest() {}

  /**
   * The two-sided p-value of a statistic that is symmetric around 0 under the null.
   *
   * @param observed finite
   * @param nullValues at least one, finite
   * @return above 0, at most 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double pValue(double observed, double[] nullValues) {
    Samples.check("observed", new double[] {observed}, 1);
    Samples.check("nullValues", nullValues, 1);
    // Sums in another order differ by rounding: what is equal in arithmetic must count as equal.
    double far = Math.abs(observed) * (1 - 1e-12);
    int extreme = 1;
    for (double value : nullValues) {
      if (Math.abs(value) >= far) {
        extreme++;
      }
    }
    return extreme / (1.0 + nullValues.length);
  }

  /**
   * Whether the mean of independent units is 0, by flipping their signs: under the null each unit
   * is as likely as its negative, for instance the slope of a gene over a walk whose ends could
   * change places.
   *
   * @param units finite, one per independent unit, at least one
   * @param permutations how many random flips, at least 1
   * @param seed any value; the same seed gives the same p-value
   * @return above 0, at most 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double ofMean(double[] units, int permutations, long seed) {
    Samples.check("units", units, 1);
    if (permutations < 1) {
      throw new IllegalArgumentException("permutations (" + permutations + ") must be at least 1");
    }
    double[] flipped = new double[permutations];
    for (int p = 0; p < permutations; p++) {
      SeededRandom random = SeededRandom.of(seed, STREAM, p);
      double sum = 0;
      for (double unit : units) {
        sum += random.nextLong() < 0 ? -unit : unit;
      }
      flipped[p] = sum / units.length;
    }
    double mean = 0;
    for (double unit : units) {
      mean += unit / units.length;
    }
    return pValue(mean, flipped);
  }

  /**
   * Whether two samples have the same mean, by dealing the values anew into samples of the same
   * sizes.
   *
   * @param first finite, at least one
   * @param second finite, at least one
   * @param permutations how many random deals, at least 1
   * @param seed any value; the same seed gives the same p-value
   * @return above 0, at most 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double ofDifference(double[] first, double[] second, int permutations, long seed) {
    Samples.check("first", first, 1);
    Samples.check("second", second, 1);
    if (permutations < 1) {
      throw new IllegalArgumentException("permutations (" + permutations + ") must be at least 1");
    }
    double[] all = new double[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    double observed = difference(all, first.length);
    double[] dealt = new double[permutations];
    for (int p = 0; p < permutations; p++) {
      SeededRandom random = SeededRandom.of(seed, STREAM, p);
      double[] values = all.clone();
      for (int i = 0; i < first.length; i++) {
        int j = i + random.nextInt(values.length - i);
        double swap = values[i];
        values[i] = values[j];
        values[j] = swap;
      }
      dealt[p] = difference(values, first.length);
    }
    return pValue(observed, dealt);
  }

  private static double difference(double[] values, int inFirst) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < values.length; i++) {
      if (i < inFirst) {
        first += values[i];
      } else {
        second += values[i];
      }
    }
    return first / inFirst - second / (values.length - inFirst);
  }
}
