package io.civae.testkit.internal.linear;

import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;

/**
 * Fisher's linear discriminant on sampled latents: with class means m_c around their weighted mean
 * g, priors p_c (the class's share of all weights) and the covariance {@code S = within-class
 * covariance + diag σ²}, the logits of class c are {@code w_cᵀ(z − g) − ½·w_cᵀ(m_c − g) + ln p_c},
 * {@code w_c = S⁻¹(m_c − g)}.
 */
final class LatentDiscriminant {

  /** Share of the mean variance added to each latent's, so that S can be inverted. */
  private static final double RIDGE = 1e-3;

  /** ln 1e9: how far below the best possible a class without members stays. */
  private static final double NEVER = 20.7;

  private LatentDiscriminant() {}

  static LinearLayer fit(
      LinearLayer encoder,
      float[] logVariance,
      LabeledDataset data,
      ClassWeights weights,
      CiVaeConfig config) {
    int k = data.classNames().size();
    int h = encoder.outputs();
    ClassMoments moments = ClassMoments.of(encoder, data, weights);
    if (config.beta() == 0 || moments.total() == 0) {
      return new LinearLayer(new float[k * h], new float[k]);
    }
    SymmetricEigen covariance = SymmetricEigen.of(sampledCovariance(moments.within(), logVariance));
    double[] centre = moments.centre();
    double[][] weight = new double[k][h];
    double[] bias = new double[k];
    double mean = 0;
    for (int c = 0; c < k; c++) {
      if (moments.masses()[c] > 0) {
        double prior = moments.masses()[c] / moments.total();
        double[] difference = difference(moments.means()[c], centre);
        weight[c] = solve(covariance, difference);
        bias[c] =
            StrictMath.log(prior)
                - PrincipalAxes.dot(weight[c], difference) / 2
                - PrincipalAxes.dot(weight[c], centre);
        mean += prior * bias[c];
      }
    }
    // The weights' mean is 0, so the largest logit is nowhere below the mean bias.
    for (int c = 0; c < k; c++) {
      if (moments.masses()[c] == 0) {
        bias[c] = mean - NEVER;
      }
    }
    return LinearLayer.rounded(weight, bias);
  }

  private static double[][] sampledCovariance(double[][] within, float[] logVariance) {
    int h = within.length;
    double trace = 0;
    double[][] covariance = new double[h][];
    for (int j = 0; j < h; j++) {
      covariance[j] = within[j].clone();
      covariance[j][j] += StrictMath.exp(logVariance[j]);
      trace += covariance[j][j];
    }
    for (int j = 0; j < h; j++) {
      covariance[j][j] += RIDGE * trace / h;
    }
    return covariance;
  }

  private static double[] solve(SymmetricEigen covariance, double[] right) {
    double[] solution = new double[right.length];
    for (int j = 0; j < right.length; j++) {
      double[] vector = covariance.vectors()[j];
      double factor = PrincipalAxes.dot(vector, right) / covariance.values()[j];
      for (int i = 0; i < solution.length; i++) {
        solution[i] += factor * vector[i];
      }
    }
    return solution;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      result[j] = a[j] - b[j];
    }
    return result;
  }
}
