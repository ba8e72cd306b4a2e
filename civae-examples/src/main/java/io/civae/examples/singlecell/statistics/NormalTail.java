package io.civae.examples.singlecell.statistics;

/**
 * Probabilities of the standard normal distribution, by the series of the error function
 * (Abramowitz and Stegun 7.1.6) near the middle and its continued fraction (7.1.14) in the tails;
 * relative error about 10⁻¹³.
 */
final class NormalTail {

  private static final double SERIES_LIMIT = 2;
  private static final int FRACTION_TERMS = 120;

  private NormalTail() {}

  /** The probability of a value at least as far from 0 as this one, on both sides together. */
  static double twoSided(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    if (x < SERIES_LIMIT) {
      double term = x;
      double sum = x;
      for (int n = 1; term > sum * 1e-17; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 1 - 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
    double fraction = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
  }
}
