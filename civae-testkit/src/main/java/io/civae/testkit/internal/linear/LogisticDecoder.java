package io.civae.testkit.internal.linear;

import java.util.Arrays;

/**
 * The linear layer before a sigmoid whose output is near the data: one logistic regression of each
 * feature, a share in [0, 1], on the latents.
 *
 * <p>Each step minimises a quadratic that lies above the cross-entropy, whose curvature is at most
 * ¼ of the latents' second moments (Böhning and Lindsay, 1988); these are diagonal, as principal
 * scores are uncorrelated, so a step costs no more than a gradient.
 */
final class LogisticDecoder {

  private static final int STEPS = 40;

  /** Keeps the logit of a feature that is always 0 or 1 finite. */
  private static final double LEAST_SHARE = 0.005;

  private LogisticDecoder() {}

  static LinearLayer fit(LinearLayer encoder, double[][] rows) {
    int h = encoder.outputs();
    int d = encoder.inputs();
    double[][] z = new double[rows.length][];
    double[] variance = new double[h];
    for (int i = 0; i < rows.length; i++) {
      z[i] = encoder.apply(rows[i]);
      for (int j = 0; j < h; j++) {
        variance[j] += z[i][j] * z[i][j] / rows.length;
      }
    }
    double[][] weight = new double[d][h];
    double[] bias = logitsOfMeans(rows);
    for (int step = 0; step < STEPS; step++) {
      step(weight, bias, rows, z, variance);
    }
    return LinearLayer.rounded(weight, bias);
  }

  private static void step(
      double[][] weight, double[] bias, double[][] rows, double[][] z, double[] variance) {
    int h = variance.length;
    double[] slope = new double[h];
    for (int f = 0; f < bias.length; f++) {
      Arrays.fill(slope, 0);
      double offset = 0;
      for (int i = 0; i < rows.length; i++) {
        double logit = bias[f] + PrincipalAxes.dot(weight[f], z[i]);
        double residual = rows[i][f] - 1 / (1 + StrictMath.exp(-logit));
        offset += residual;
        for (int j = 0; j < h; j++) {
          slope[j] += residual * z[i][j];
        }
      }
      bias[f] += 4 * offset / rows.length;
      for (int j = 0; j < h; j++) {
        if (variance[j] > 0) {
          weight[f][j] += 4 * slope[j] / (rows.length * variance[j]);
        }
      }
    }
  }

  private static double[] logitsOfMeans(double[][] rows) {
    double[] logits = new double[rows[0].length];
    for (int f = 0; f < logits.length; f++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[f] / rows.length;
      }
      double share = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, mean));
      logits[f] = StrictMath.log(share / (1 - share));
    }
    return logits;
  }
}
