package io.civae.examples.experiment;

import io.civae.data.FeatureMatrix;

/**
 * How far reconstructions are from observations whose features lie in [0, 1].
 *
 * @param sse sum of squared errors per observation, its mean over observations
 * @param mse mean squared error per feature
 * @param mae mean absolute error per feature
 * @param mae255 the same in grey levels from 0 to 255
 */
public record ReconstructionError(double sse, double mse, double mae, double mae255) {

  private static final double GREY_LEVELS = 255;

  /**
   * Compares observations with their reconstructions.
   *
   * @param observations n of d features
   * @param reconstructions {@code [n][d]}
   * @return the errors
   */
  public static ReconstructionError of(FeatureMatrix observations, float[][] reconstructions) {
    int columns = observations.columns();
    float[] row = new float[columns];
    double squares = 0;
    double magnitudes = 0;
    for (int i = 0; i < reconstructions.length; i++) {
      observations.copyRow(i, row, 0);
      for (int j = 0; j < columns; j++) {
        double error = (double) reconstructions[i][j] - row[j];
        squares += error * error;
        magnitudes += Math.abs(error);
      }
    }
    double sse = squares / reconstructions.length;
    double mae = magnitudes / reconstructions.length / columns;
    return new ReconstructionError(sse, sse / columns, mae, GREY_LEVELS * mae);
  }
}
