package io.civae.examples.embedding;

import io.civae.spi.SeededRandom;

/**
 * The directions in which points vary most, found one after the other by power iteration without
 * forming a covariance matrix.
 */
final class PrincipalAxes {

  private static final long STREAM = 1;
  private static final int ITERATIONS = 100;

  private PrincipalAxes() {}

  /**
   * The points' coordinates along their first principal axes, about their mean. An axis without
   * variance has coordinates 0.
   */
  static float[][] project(float[][] points, int axes, long seed) {
    int n = points.length;
    double[][] centred = centred(points, mean(points));
    SeededRandom random = SeededRandom.of(seed, STREAM);
    float[][] projected = new float[n][axes];
    for (int axis = 0; axis < axes; axis++) {
      double[] scores = removed(centred, strongest(centred, random));
      for (int i = 0; i < n; i++) {
        projected[i][axis] = (float) scores[i];
      }
    }
    return projected;
  }

  static double[] mean(float[][] points) {
    int d = points[0].length;
    double[] mean = new double[d];
    for (float[] point : points) {
      for (int j = 0; j < d; j++) {
        mean[j] += point[j] / (double) points.length;
      }
    }
    return mean;
  }

  static double[][] centred(float[][] points, double[] mean) {
    int d = mean.length;
    double[][] centred = new double[points.length][d];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < d; j++) {
        centred[i][j] = points[i][j] - mean[j];
      }
    }
    return centred;
  }

  private static double[] strongest(double[][] rows, SeededRandom random) {
    double[] axis = new double[rows[0].length];
    for (int j = 0; j < axis.length; j++) {
      axis[j] = random.nextGaussian();
    }
    double length = normalize(axis);
    for (int iteration = 0; iteration < ITERATIONS && length > 0; iteration++) {
      double[] scores = scores(rows, axis);
      double[] next = new double[axis.length];
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < next.length; j++) {
          next[j] += scores[i] * rows[i][j];
        }
      }
      axis = next;
      length = normalize(axis);
    }
    return axis;
  }

  /** Takes an axis out of the rows and returns their scores on it. */
  private static double[] removed(double[][] rows, double[] axis) {
    double[] scores = scores(rows, axis);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < axis.length; j++) {
        rows[i][j] -= scores[i] * axis[j];
      }
    }
    return scores;
  }

  private static double[] scores(double[][] rows, double[] axis) {
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < axis.length; j++) {
        scores[i] += rows[i][j] * axis[j];
      }
    }
    return scores;
  }

  /** Scales to length 1 and returns the length before; 0 stays 0. */
  private static double normalize(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    double length = Math.sqrt(square);
    for (int j = 0; j < vector.length; j++) {
      vector[j] = length > 0 ? vector[j] / length : 0;
    }
    return length;
  }
}
