package io.civae.examples.singlecell.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The false discovery rate of Benjamini and Hochberg (Journal of the Royal Statistical Society B
 * 57, 1995): with p-values in ascending order, the adjusted i-th of n is the least p₍ⱼ₎ · n / j
 * over j ≥ i. Calling everything up to an adjusted value q keeps the expected share of false calls
 * at q or below, for independent or positively dependent tests.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * Adjusts p-values.
   *
   * @param pValues each from 0 to 1; at least one
   * @return the adjusted values in the same order, each from 0 to 1
   * @throws IllegalArgumentException if there is none or one is out of range
   */
  public static double[] adjust(double[] pValues) {
    Samples.check("pValues", pValues, 1);
    for (int i = 0; i < pValues.length; i++) {
      if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
        throw new IllegalArgumentException(
            "pValues[" + i + "] (" + pValues[i] + ") must be from 0 to 1");
      }
    }
    int n = pValues.length;
    int[] descending =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[n];
    double least = 1;
    for (int i = 0; i < n; i++) {
      least = Math.min(least, pValues[descending[i]] * n / (n - i));
      adjusted[descending[i]] = least;
    }
    return adjusted;
  }
}
