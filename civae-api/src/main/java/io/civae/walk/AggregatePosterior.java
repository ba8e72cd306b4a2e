package io.civae.walk;

import io.civae.LatentDistribution;

/**
 * The mean of real observations' posteriors, a density over the latent space: {@code p(z) = (1/N)
 * Σ_n N(z; μ_n, diag σ_n²)}. Its logarithm is the hole score: low means that no real observation is
 * encoded near z. Comparable within one model only, for another latent space has another scale.
 *
 * <p>Immutable and thread-safe. A density costs N · h multiplications.
 */
public final class AggregatePosterior {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** Below the logarithm of the smallest positive double, −745.13, exp gives 0. */
  private static final double EXP_IS_ZERO = -746;

  private final float[][] mean;
  private final double[][] precision;
  private final double[] logNorm;

  private AggregatePosterior(float[][] mean, double[][] precision, double[] logNorm) {
    this.mean = mean;
    this.precision = precision;
    this.logNorm = logNorm;
  }

  /**
   * The density of some posteriors.
   *
   * @param posteriors of real observations, usually of one class
   * @return the density
   */
  public static AggregatePosterior of(LatentDistribution posteriors) {
    float[][] mean = posteriors.mean();
    float[][] logVariance = posteriors.logVariance();
    double[][] precision = new double[mean.length][];
    double[] logNorm = new double[mean.length];
    for (int n = 0; n < mean.length; n++) {
      double sum = 0;
      precision[n] = new double[mean[n].length];
      for (int j = 0; j < mean[n].length; j++) {
        sum += logVariance[n][j] + LOG_TWO_PI;
        precision[n][j] = precision(logVariance[n][j]);
      }
      logNorm[n] = -sum / 2;
    }
    return new AggregatePosterior(mean, precision, logNorm);
  }

  /** To a float's precision, in which scores were always taken, but beyond its range. */
  private static double precision(float logVariance) {
    double exact = Math.exp(-(double) logVariance);
    float rounded = (float) exact;
    return Float.isFinite(rounded) ? rounded : Math.min(exact, Double.MAX_VALUE);
  }

  /**
   * The number of posteriors.
   *
   * @return N, at least 1
   */
  public int size() {
    return mean.length;
  }

  /**
   * The log density at a latent.
   *
   * @param z {@code [h]}, finite
   * @return {@code log p(z)} in nats
   * @throws IllegalArgumentException if the width is not h
   */
  public double logDensity(float[] z) {
    if (z.length != mean[0].length) {
      throw new IllegalArgumentException(
          "z has " + z.length + " values; the posteriors have " + mean[0].length);
    }
    return logMean(z, -1);
  }

  /**
   * The log density at the mean of one posterior according to the others: what a real observation
   * scores that the density has not seen.
   *
   * @param n from 0 to {@code size() − 1}
   * @return nats
   * @throws IllegalStateException if there is no other posterior
   * @throws IndexOutOfBoundsException if there is no such posterior
   */
  public double leaveOneOut(int n) {
    if (mean.length == 1) {
      throw new IllegalStateException("a single posterior has no others to be judged by");
    }
    return logMean(mean[n], n);
  }

  private double logMean(float[] z, int without) {
    double[] logs = new double[mean.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < logs.length; n++) {
      logs[n] = n == without ? Double.NEGATIVE_INFINITY : log(z, n);
      highest = Math.max(highest, logs[n]);
    }
    if (highest == Double.NEGATIVE_INFINITY) {
      return highest;
    }
    double sum = 0;
    for (double log : logs) {
      double below = log - highest;
      // Most posteriors of a large class are so far away that their share is 0 in any case.
      sum += below < EXP_IS_ZERO ? 0 : Math.exp(below);
    }
    return highest + Math.log(sum / (without < 0 ? logs.length : logs.length - 1));
  }

  private double log(float[] z, int n) {
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double difference = (double) z[j] - mean[n][j];
      sum += difference * difference * precision[n][j];
    }
    return logNorm[n] - sum / 2;
  }
}
