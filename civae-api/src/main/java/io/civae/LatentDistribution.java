package io.civae;

import io.civae.spi.SeededRandom;

/**
 * Posteriors {@code q(z|x_i) = N(μ_i, diag σ_i²)} of n observations. Immutable: every array
 * returned is a copy that belongs to the caller.
 */
public final class LatentDistribution {

  private static final long STREAM = 0x504F_5354L;

  private final float[][] mean;
  private final float[][] logVariance;

  private LatentDistribution(float[][] mean, float[][] logVariance) {
    this.mean = mean;
    this.logVariance = logVariance;
  }

  /**
   * Posteriors from their parameters.
   *
   * @param mean {@code [n][h]}; copied
   * @param logVariance {@code [n][h]}; copied
   * @return the posteriors
   * @throws IllegalArgumentException if the shapes differ or n is 0
   */
  public static LatentDistribution of(float[][] mean, float[][] logVariance) {
    if (mean.length == 0 || mean.length != logVariance.length) {
      throw new IllegalArgumentException(
          "mean has "
              + mean.length
              + " rows and logVariance "
              + logVariance.length
              + "; both must have the same number, at least 1");
    }
    for (int i = 0; i < mean.length; i++) {
      if (mean[i].length != mean[0].length || logVariance[i].length != mean[0].length) {
        throw new IllegalArgumentException(
            "mean and logVariance must have " + mean[0].length + " columns in row " + i);
      }
    }
    return new LatentDistribution(copy(mean), copy(logVariance));
  }

  /**
   * The number of observations.
   *
   * @return n, at least 1
   */
  public int size() {
    return mean.length;
  }

  /**
   * The size of the latent space.
   *
   * @return h
   */
  public int latentDim() {
    return mean[0].length;
  }

  /**
   * The posterior means μ.
   *
   * @return {@code [n][h]}
   */
  public float[][] mean() {
    return copy(mean);
  }

  /**
   * The posterior log-variances log σ².
   *
   * @return {@code [n][h]}
   */
  public float[][] logVariance() {
    return copy(logVariance);
  }

  /**
   * One draw {@code z_i = μ_i + σ_i·ε} from each posterior.
   *
   * @param seed any value; the same seed gives the same draws
   * @return {@code [n][h]}
   */
  public float[][] sample(long seed) {
    SeededRandom random = SeededRandom.of(seed, STREAM);
    float[][] draws = copy(mean);
    for (int i = 0; i < draws.length; i++) {
      for (int j = 0; j < draws[i].length; j++) {
        draws[i][j] += (float) (StrictMath.exp(0.5 * logVariance[i][j]) * random.nextGaussian());
      }
    }
    return draws;
  }

  /**
   * The divergence of each posterior from N(0, I): {@code KL_i = ½ Σ_j (μ_ij² + σ_ij² − log σ_ij² −
   * 1)}, in nats, non-negative up to rounding.
   *
   * @return n values
   */
  public double[] klDivergence() {
    double[] divergence = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (int j = 0; j < mean[i].length; j++) {
        double m = mean[i][j];
        double logVar = logVariance[i][j];
        sum += m * m + Math.exp(logVar) - logVar - 1;
      }
      divergence[i] = sum / 2;
    }
    return divergence;
  }

  private static float[][] copy(float[][] rows) {
    float[][] result = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = rows[i].clone();
    }
    return result;
  }
}
