package io.civae.internal.walk;

import io.civae.data.FeatureMatrix;

/** Standard deviations of features over the rows of two matrices together, in two passes. */
final class FeatureSpread {

  private FeatureSpread() {}

  static double[] of(FeatureMatrix first, FeatureMatrix second) {
    int d = first.columns();
    int rows = first.rows() + second.rows();
    double[] mean = new double[d];
    float[] row = new float[d];
    for (int i = 0; i < rows; i++) {
      copy(first, second, i, row);
      for (int f = 0; f < d; f++) {
        mean[f] += row[f];
      }
    }
    for (int f = 0; f < d; f++) {
      mean[f] /= rows;
    }
    double[] squares = new double[d];
    for (int i = 0; i < rows; i++) {
      copy(first, second, i, row);
      for (int f = 0; f < d; f++) {
        squares[f] += (row[f] - mean[f]) * (row[f] - mean[f]);
      }
    }
    for (int f = 0; f < d; f++) {
      squares[f] = Math.sqrt(squares[f] / rows);
    }
    return squares;
  }

  private static void copy(FeatureMatrix first, FeatureMatrix second, int i, float[] row) {
    if (i < first.rows()) {
      first.copyRow(i, row, 0);
    } else {
      second.copyRow(i - first.rows(), row, 0);
    }
  }
}
