package io.civae.spi;

/** Draws of count distributions. Thread-safe where each thread has a stream of its own. */
public final class RandomCounts {

  /** e^−m of larger means would lose too much of the first probabilities. */
  private static final double LARGEST_STEP = 30;

  /** Above it, the time that many steps take is felt. */
  private static final double LARGEST_INVERTED = 1e5;

  /** Of a mean this far beyond the range of int, every draw lies beyond it. */
  private static final double OUT_OF_RANGE = 2.0 * Integer.MAX_VALUE;

  private RandomCounts() {}

  /**
   * A Poisson count: by inversion, means above 30 as sums of smaller ones, and from 100,000 on by
   * transformed rejection, whose time does not grow with the mean.
   *
   * @param random what to draw from
   * @param mean finite and non-negative
   * @return at least 0; 2,147,483,647 stands for every larger count too
   */
  public static int poisson(SeededRandom random, double mean) {
    if (mean > OUT_OF_RANGE) {
      return Integer.MAX_VALUE;
    }
    if (mean > LARGEST_INVERTED) {
      return rejected(random, mean);
    }
    int count = 0;
    double left = mean;
    while (left > LARGEST_STEP) {
      count += inverted(random, LARGEST_STEP);
      left -= LARGEST_STEP;
    }
    return count + inverted(random, left);
  }

  /** Hörmann's PTRS (1993), with Stirling's series for the factorial of a large count. */
  private static int rejected(SeededRandom random, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double count = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return (int) count;
      }
      if (count >= 1
          && (us >= 0.013 || v <= us)
          && StrictMath.log(v * inverseAlpha / (a / (us * us) + b)) <= logPoisson(count, mean)) {
        return (int) count;
      }
    }
  }

  /** Log probability, written so that the large terms cancel before they are rounded. */
  private static double logPoisson(double count, double mean) {
    return count
        - mean
        - count * StrictMath.log(count / mean)
        - 0.5 * StrictMath.log(2 * Math.PI * count)
        - 1 / (12 * count);
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
   * @param mean finite and non-negative
   * @param dispersion 1/θ, finite and non-negative: the variance is {@code mean + dispersion ·
   *     mean²}
   * @return at least 0; 2,147,483,647 stands for every larger count too
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
