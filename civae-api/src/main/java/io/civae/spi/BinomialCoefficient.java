package io.civae.spi;

/**
 * The logarithm of {@code Γ(y + θ) / (Γ(θ) · y!)} and its derivative by θ: by products up to y =
 * 32, beyond by the asymptotic series of log Γ and ψ (Abramowitz and Stegun 6.1.40 and 6.3.18),
 * which there never see an argument below 32.
 */
final class BinomialCoefficient {

  /** Products of so many factors stay within a double for every θ that is allowed. */
  private static final int PRODUCT = 32;

  private BinomialCoefficient() {}

  /** {@code y} a whole number of at least 1, {@code theta} above 0. */
  static double log(double y, double theta) {
    double product = 1;
    int factors = (int) Math.min(y, PRODUCT);
    for (int i = 0; i < factors; i++) {
      product *= (theta + i) / (i + 1);
    }
    if (y <= PRODUCT) {
      return Math.log(product);
    }
    return Math.log(product)
        + (logGamma(y + theta) - logGamma(PRODUCT + theta))
        - (logGamma(y + 1) - logGamma(PRODUCT + 1.0));
  }

  /** ψ(y + θ) − ψ(θ). */
  static double derivative(double y, double theta) {
    double sum = 0;
    int terms = (int) Math.min(y, PRODUCT);
    for (int i = 0; i < terms; i++) {
      sum += 1 / (theta + i);
    }
    return y <= PRODUCT ? sum : sum + digamma(y + theta) - digamma(PRODUCT + theta);
  }

  /** Up to ½ log 2π, which differences take away. */
  private static double logGamma(double x) {
    double r2 = 1 / (x * x);
    return (x - 0.5) * Math.log(x)
        - x
        + (1.0 / 12 - r2 * (1.0 / 360 - r2 * (1.0 / 1260 - r2 / 1680))) / x;
  }

  private static double digamma(double x) {
    double r2 = 1 / (x * x);
    return Math.log(x) - 0.5 / x - r2 * (1.0 / 12 - r2 * (1.0 / 120 - r2 * (1.0 / 252 - r2 / 240)));
  }
}
