package io.civae.evaluation;

import io.civae.data.FeatureMatrix;

/** Errors of reconstructions, summed up one after the other. Not thread-safe. */
final class ErrorSums {

  private double squares;
  private double absolute;
  private long rows;

  void add(FeatureMatrix observations, float[][] reconstructions) {
    if (reconstructions.length != observations.rows()) {
      throw new IllegalArgumentException(
          "reconstructions has "
              + reconstructions.length
              + " rows; "
              + observations.rows()
              + " observations ask for as many");
    }
    for (int i = 0; i < reconstructions.length; i++) {
      if (reconstructions[i].length != observations.columns()) {
        throw new IllegalArgumentException(
            "reconstructions["
                + i
                + "] has "
                + reconstructions[i].length
                + " values; the observations have "
                + observations.columns());
      }
      float[] x = observations.row(i);
      squares += Distances.squared(x, reconstructions[i]);
      for (int j = 0; j < x.length; j++) {
        absolute += Math.abs((double) x[j] - reconstructions[i][j]);
      }
    }
    rows += reconstructions.length;
  }

  ReconstructionError errors(int columns) {
    double values = (double) rows * columns;
    return new ReconstructionError(squares / rows, squares / values, absolute / values);
  }
}
