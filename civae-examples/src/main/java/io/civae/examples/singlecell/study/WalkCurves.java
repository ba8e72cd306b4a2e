package io.civae.examples.singlecell.study;

import io.civae.Decoder;
import io.civae.examples.singlecell.statistics.TrendSlope;

/**
 * Straight walks that share no cell, decoded: the slope of each gene over each walk, and the mean
 * curve of each gene.
 */
final class WalkCurves {

  private final double[][] slopes;
  private final double[][] mean;

  private WalkCurves(double[][] slopes, double[][] mean) {
    this.slopes = slopes;
    this.mean = mean;
  }

  /**
   * Walks from the i-th latent of one group to the i-th of the other.
   *
   * @param from {@code [walks][h]}
   * @param to {@code [walks][h]}
   * @param steps of each walk, both ends included
   */
  static WalkCurves between(Decoder decoder, float[][] from, float[][] to, int steps) {
    int genes = decoder.featureCount();
    double[][] slopes = new double[from.length][genes];
    double[][] mean = new double[steps][genes];
    double[] weights = TrendSlope.weights(steps);
    for (int step = 0; step < steps; step++) {
      float share = step / (steps - 1f);
      float[][] decoded = decoder.decode(blended(from, to, share));
      for (int walk = 0; walk < decoded.length; walk++) {
        for (int gene = 0; gene < genes; gene++) {
          slopes[walk][gene] += weights[step] * decoded[walk][gene];
          mean[step][gene] += decoded[walk][gene] / (double) decoded.length;
        }
      }
    }
    return new WalkCurves(slopes, mean);
  }

  private static float[][] blended(float[][] from, float[][] to, float share) {
    float[][] points = new float[from.length][from[0].length];
    for (int walk = 0; walk < points.length; walk++) {
      for (int j = 0; j < points[walk].length; j++) {
        points[walk][j] = (1 - share) * from[walk][j] + share * to[walk][j];
      }
    }
    return points;
  }

  /** {@code [walks][genes]}; its own arrays, not to be changed. */
  double[][] slopes() {
    return slopes;
  }

  /** {@code [steps][genes]}; its own arrays, not to be changed. */
  double[][] mean() {
    return mean;
  }

  /** The mean slope of each gene. */
  double[] trends() {
    double[] trends = new double[slopes[0].length];
    for (double[] walk : slopes) {
      for (int gene = 0; gene < trends.length; gene++) {
        trends[gene] += walk[gene] / slopes.length;
      }
    }
    return trends;
  }
}
