package io.civae.examples.singlecell.statistics;

/**
 * The negative binomial distribution of a count y with mean μ and inverse dispersion θ, so that its
 * variance is μ + μ² / θ. In nats,
 *
 * <pre>
 * log p(y) = log Γ(y + θ) − log Γ(θ) − log Γ(y + 1) − θ log(1 + μ/θ) + y log(μ / (μ + θ))
 * ∂ log p / ∂ log μ = θ (y − μ) / (θ + μ)
 * ∂ log p / ∂ log θ = θ (ψ(y + θ) − ψ(θ) − log(1 + μ/θ) + (μ − y) / (θ + μ))
 * </pre>
 *
 * <p>A reference in double precision for the losses of a network, which gives log μ (plus the
 * logarithm of the library size) and log θ. For θ → ∞ it is the Poisson distribution; from θ = 10⁸
 * on differences of log Γ lose the digits after the sixth.
 */
public final class NegativeBinomial {

  private NegativeBinomial() {}

  /**
   * The logarithm of the probability.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @return at most 0 but for rounding
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double logProbability(double count, double logMean, double logInverseDispersion) {
    check(count, logMean, logInverseDispersion);
    double theta = Math.exp(logInverseDispersion);
    // Not from μ and θ themselves: exp(logMean) may underflow where the logarithm is at home.
    double logOnePlusRatio = softplus(logMean - logInverseDispersion);
    double combinations =
        count == 0
            ? 0
            : GammaFunction.logGamma(count + theta)
                - GammaFunction.logGamma(theta)
                - GammaFunction.logGamma(count + 1);
    return combinations
        - theta * logOnePlusRatio
        - count * softplus(logInverseDispersion - logMean);
  }

  /**
   * The derivative of the logarithm of the probability by log μ.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @return θ (y − μ) / (θ + μ)
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double gradientByLogMean(
      double count, double logMean, double logInverseDispersion) {
    check(count, logMean, logInverseDispersion);
    return (count - Math.exp(logMean)) * sigmoid(logInverseDispersion - logMean);
  }

  /**
   * The derivative of the logarithm of the probability by log θ.
   *
   * @param count at least 0, an integer
   * @param logMean log μ, finite
   * @param logInverseDispersion log θ, finite
   * @return as in the description of the class
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double gradientByLogInverseDispersion(
      double count, double logMean, double logInverseDispersion) {
    check(count, logMean, logInverseDispersion);
    double mean = Math.exp(logMean);
    double theta = Math.exp(logInverseDispersion);
    double difference =
        count == 0 ? 0 : GammaFunction.digamma(count + theta) - GammaFunction.digamma(theta);
    return theta
        * (difference - softplus(logMean - logInverseDispersion) + (mean - count) / (theta + mean));
  }

  private static void check(double count, double logMean, double logInverseDispersion) {
    if (!(count >= 0) || count != Math.rint(count) || Double.isInfinite(count)) {
      throw new IllegalArgumentException("count (" + count + ") must be an integer of at least 0");
    }
    if (!Double.isFinite(logMean)) {
      throw new IllegalArgumentException("logMean (" + logMean + ") must be finite");
    }
    if (!Double.isFinite(logInverseDispersion)) {
      throw new IllegalArgumentException(
          "logInverseDispersion (" + logInverseDispersion + ") must be finite");
    }
  }

  /** log(1 + eˣ) without overflow. */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** 1 / (1 + e⁻ˣ). */
  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
