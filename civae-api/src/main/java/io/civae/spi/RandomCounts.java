package io.civae.spi;

/** Draws of count distributions. Thread-safe where each thread has a stream of its own. */
public final class RandomCounts {

  /** e^−m of larger means would lose too much of the first probabilities. */
  private static final double LARGEST_STEP = 30;

  private RandomCounts() {}

  /**
   * A Poisson count by inversion; large means are sums of smaller ones, so that time grows with the
   * mean.
   *
   * @param random what to draw from
   * @param mean finite and non-negative, at most 1e9
   * @return at least 0
   */
  public static int poisson(SeededRandom random, double mean) {
    int count = 0;
    double left = mean;
    while (left > LARGEST_STEP) {
      count += inverted(random, LARGEST_STEP);
      left -= LARGEST_STEP;
    }
    return count + inverted(random, left);
  }

  private static int inverted(SeededRandom random, double mean) {
    double u = random.nextDouble();
    double probability = StrictMath.exp(-mean);
    double cumulated = probability;
    int count = 0;
    // Far out in the tail the sum stops growing below u.
    while (u >= cumulated && probability > 0) {
      count++;
      probability *= mean / count;
      cumulated += probability;
    }
    return count;
  }

  /**
   * A negative binomial count: a Poisson one whose mean is a gamma deviate.
   *
   * @param random what to draw from
   * @param mean finite and non-negative, at most 1e8
   * @param dispersion 1/θ, finite and non-negative: the variance is {@code mean + dispersion ·
   *     mean²}
   * @return at least 0
   */
  public static int negativeBinomial(SeededRandom random, double mean, double dispersion) {
    if (dispersion == 0) {
      return poisson(random, mean);
    }
    double shape = 1 / dispersion;
    return poisson(random, mean * dispersion * gamma(random, shape));
  }

  /** A gamma deviate of scale 1 (Marsaglia and Tsang, 2000). */
  private static double gamma(SeededRandom random, double shape) {
    if (shape < 1) {
      double boost = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return gamma(random, shape + 1) * boost;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }
}
