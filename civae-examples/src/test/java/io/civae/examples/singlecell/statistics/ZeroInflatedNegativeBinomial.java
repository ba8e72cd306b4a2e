package io.civae.examples.singlecell.statistics;

/**
 * A negative binomial distribution of which a share π is replaced by zeros: with the logit l of π
 * and the probability q(y) of {@link NegativeBinomial}, in nats,
 *
 * <pre>
 * log p(0) = log(π + (1 − π) q(0))
 * log p(y) = log(1 − π) + log q(y)   for y ≥ 1
 * </pre>
 *
 * <p>With w = π / p(0) for y = 0 and w = 0 otherwise, ∂ log p / ∂ l = w − π, and the derivatives by
 * log μ and log θ are 1 − w times those of log q. A reference in double precision.
 */
public final class ZeroInflatedNegativeBinomial {

  private ZeroInflatedNegativeBinomial() {}

  /**
   * The logarithm of the probability.
   *
   * @param count at least 0, an integer
   * @param logMean log μ of the distribution without the added zeros, finite
   * @param logInverseDispersion log θ, finite
   * @param zeroLogit log(π / (1 − π)), finite
   * @return at most 0 but for rounding
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double logProbability(
      double count, double logMean, double logInverseDispersion, double zeroLogit) {
    check(zeroLogit);
    double plain = NegativeBinomial.logProbability(count, logMean, logInverseDispersion);
    double numerator = count == 0 ? logSum(zeroLogit, plain) : plain;
    return numerator - NegativeBinomial.softplus(zeroLogit);
  }

  /**
   * The derivative of the logarithm of the probability by the logit of π.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @param zeroLogit log(π / (1 − π)), finite
   * @return w − π
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double gradientByZeroLogit(
      double count, double logMean, double logInverseDispersion, double zeroLogit) {
    return addedShare(count, logMean, logInverseDispersion, zeroLogit)
        - NegativeBinomial.sigmoid(zeroLogit);
  }

  /**
   * The derivative of the logarithm of the probability by log μ.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @param zeroLogit log(π / (1 − π)), finite
   * @return (1 − w) times the derivative without added zeros
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double gradientByLogMean(
      double count, double logMean, double logInverseDispersion, double zeroLogit) {
    return (1 - addedShare(count, logMean, logInverseDispersion, zeroLogit))
        * NegativeBinomial.gradientByLogMean(count, logMean, logInverseDispersion);
  }

  /**
   * The derivative of the logarithm of the probability by log θ.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @param zeroLogit log(π / (1 − π)), finite
   * @return (1 − w) times the derivative without added zeros
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double gradientByLogInverseDispersion(
      double count, double logMean, double logInverseDispersion, double zeroLogit) {
    return (1 - addedShare(count, logMean, logInverseDispersion, zeroLogit))
        * NegativeBinomial.gradientByLogInverseDispersion(count, logMean, logInverseDispersion);
  }

  /** w: the probability that a count is one of the added zeros. */
  private static double addedShare(
      double count, double logMean, double logInverseDispersion, double zeroLogit) {
    check(zeroLogit);
    double plain = NegativeBinomial.logProbability(count, logMean, logInverseDispersion);
    return count == 0 ? Math.exp(zeroLogit - logSum(zeroLogit, plain)) : 0;
  }

  private static double logSum(double a, double b) {
    return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  }

  private static void check(double zeroLogit) {
    if (!Double.isFinite(zeroLogit)) {
      throw new IllegalArgumentException("zeroLogit (" + zeroLogit + ") must be finite");
    }
  }
}
