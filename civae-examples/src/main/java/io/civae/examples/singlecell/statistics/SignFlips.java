package io.civae.examples.singlecell.statistics;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@link PermutationTest#ofMean} for many variables of the same independent units at once: each
 * random flip of the units' signs holds for all variables, which keeps their dependence, and p = (1
 * + number of flips with a mean at least as far from 0) / (1 + number of flips).
 */
public final class SignFlips {

  private static final long STREAM = 0x464C_4950L;

  /** Flips that one thread takes at a time. */
  private static final int BLOCK = 100;

  private SignFlips() {}

  /**
   * Tests each variable.
   *
   * @param units {@code [units][variables]}, finite, at least one of either; such as the slope of
   *     each gene over each of some walks that share no cell
   * @param flips how many random flips, at least 1
   * @param seed any value; the same seed gives the same p-values
   * @return one p-value per variable, above 0, at most 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double[] pValues(double[][] units, int flips, long seed) {
    if (units.length == 0) {
      throw new IllegalArgumentException("units (0) must be at least 1");
    }
    if (flips < 1) {
      throw new IllegalArgumentException("flips (" + flips + ") must be at least 1");
    }
    int variables = units[0].length;
    for (int i = 0; i < units.length; i++) {
      Samples.check("units[" + i + "]", units[i], 1);
      Samples.checkSameLength(units[0], units[i]);
    }
    double[] far = new double[variables];
    for (double[] unit : units) {
      add(far, unit, 1);
    }
    for (int j = 0; j < variables; j++) {
      // Sums in another order differ by rounding: what is equal in arithmetic must count as equal.
      far[j] = Math.abs(far[j]) * (1 - 1e-12);
    }
    int blocks = (flips + BLOCK - 1) / BLOCK;
    int[] extreme =
        IntStream.range(0, blocks)
            .parallel()
            .mapToObj(
                block ->
                    extreme(units, far, block * BLOCK, Math.min(flips, (block + 1) * BLOCK), seed))
            .reduce(new int[variables], SignFlips::sum);
    double[] pValues = new double[variables];
    for (int j = 0; j < variables; j++) {
      pValues[j] = (1.0 + extreme[j]) / (1.0 + flips);
    }
    return pValues;
  }

  private static int[] extreme(double[][] units, double[] far, int from, int to, long seed) {
    int[] extreme = new int[far.length];
    double[] sums = new double[far.length];
    for (int flip = from; flip < to; flip++) {
      SeededRandom random = SeededRandom.of(seed, STREAM, flip);
      Arrays.fill(sums, 0);
      for (double[] unit : units) {
        add(sums, unit, random.nextLong() < 0 ? -1 : 1);
      }
      for (int j = 0; j < sums.length; j++) {
        extreme[j] += Math.abs(sums[j]) >= far[j] ? 1 : 0;
      }
    }
    return extreme;
  }

  private static void add(double[] sums, double[] unit, double sign) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += sign * unit[j];
    }
  }

  private static int[] sum(int[] a, int[] b) {
    int[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }
}
