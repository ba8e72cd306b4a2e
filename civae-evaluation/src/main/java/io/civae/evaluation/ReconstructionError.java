package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;

/**
 * How far reconstructions from the posterior mean are from the observations, in the user's units.
 * Range of each: [0, ∞), 0 for perfect reconstructions; lower is better. Source: the squared error
 * is the reconstruction term of the CI-VAE paper's objective, summed over features as there; its
 * Table 1 calls 200 · {@code meanSquared} MAE. With n observations of d features:
 *
 * @param sumOfSquares {@code (1/n) Σ_i Σ_j (x_ij − x̂_ij)²}, the sum of squared errors per
 *     observation
 * @param meanSquared {@code (1/nd) Σ_i Σ_j (x_ij − x̂_ij)²}
 * @param meanAbsolute {@code (1/nd) Σ_i Σ_j |x_ij − x̂_ij|}
 */
public record ReconstructionError(double sumOfSquares, double meanSquared, double meanAbsolute) {

  /**
   * Measures a model, some thousands of observations at a time.
   *
   * @param model that reconstructs
   * @param observations that it was not trained on
   * @return the errors
   */
  public static ReconstructionError of(CiVaeModel model, FeatureMatrix observations) {
    ErrorSums sums = new ErrorSums();
    for (RowChunk chunk : RowChunk.of(observations.rows())) {
      FeatureMatrix part = chunk.of(observations);
      sums.add(part, model.reconstruct(part));
    }
    return sums.errors(observations.columns());
  }

  /**
   * Compares observations with reconstructions of any origin.
   *
   * @param observations n of d features
   * @param reconstructions {@code [n][d]}
   * @return the errors
   * @throws IllegalArgumentException if there are not n reconstructions, or one is not of d
   *     features
   */
  public static ReconstructionError between(FeatureMatrix observations, float[][] reconstructions) {
    ErrorSums sums = new ErrorSums();
    sums.add(observations, reconstructions);
    return sums.errors(observations.columns());
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
    double[] squares = new double[observations.rows()];
    for (RowChunk chunk : RowChunk.of(squares.length)) {
      FeatureMatrix part = chunk.of(observations);
      float[][] reconstructions = model.reconstruct(part);
      for (int i = 0; i < chunk.count(); i++) {
        squares[chunk.first() + i] = Distances.squared(part.row(i), reconstructions[i]);
      }
    }
    return squares;
  }
}
