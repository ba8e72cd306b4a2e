package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;

/**
 * How far reconstructions from the posterior mean are from the observations, in the user's units.
 * With n observations of d features:
 *
 * @param sumOfSquares {@code (1/n) Σ_i Σ_j (x_ij − x̂_ij)²}, the sum of squared errors per
 *     observation; range [0, ∞)
 * @param meanSquared {@code (1/nd) Σ_i Σ_j (x_ij − x̂_ij)²}
 * @param meanAbsolute {@code (1/nd) Σ_i Σ_j |x_ij − x̂_ij|}
 */
public record ReconstructionError(double sumOfSquares, double meanSquared, double meanAbsolute) {

  /**
   * Measures a model.
   *
   * @param model that reconstructs
   * @param observations that it was not trained on
   * @return the errors
   */
  public static ReconstructionError of(CiVaeModel model, FeatureMatrix observations) {
    return between(observations, model.reconstruct(observations));
  }

  /**
   * Compares observations with reconstructions of any origin.
   *
   * @param observations n of d features
   * @param reconstructions {@code [n][d]}
   * @return the errors
   */
  public static ReconstructionError between(FeatureMatrix observations, float[][] reconstructions) {
    double squares = 0;
    double absolute = 0;
    for (int i = 0; i < reconstructions.length; i++) {
      float[] x = observations.row(i);
      squares += Distances.squared(x, reconstructions[i]);
      for (int j = 0; j < x.length; j++) {
        absolute += Math.abs((double) x[j] - reconstructions[i][j]);
      }
    }
    double values = (double) reconstructions.length * observations.columns();
    return new ReconstructionError(
        squares / reconstructions.length, squares / values, absolute / values);
  }

  /**
   * The mean absolute error of pixels in [0, 1], on the scale of 0 to 255 grey levels.
   *
   * @return {@code 255 · meanAbsolute}
   */
  public double meanAbsoluteInGreyLevels() {
    return 255 * meanAbsolute;
  }

  /**
   * The squared error of each observation, for intervals and for the worst cases.
   *
   * @param model that reconstructs
   * @param observations that it was not trained on
   * @return {@code Σ_j (x_ij − x̂_ij)²} for each i
   */
  public static double[] squaresPerObservation(CiVaeModel model, FeatureMatrix observations) {
    float[][] reconstructions = model.reconstruct(observations);
    double[] squares = new double[reconstructions.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = Distances.squared(observations.row(i), reconstructions[i]);
    }
    return squares;
  }
}
