package io.civae.evaluation;

import io.civae.walk.PathShape;
import java.util.List;

/**
 * The shape of decoded walks {@code x_0 … x_m} with steps {@code s_i = ‖x_{i+1} − x_i‖}, Euclidean
 * in the user's units. Neither figure is from a paper: the first is the ratio of arc to chord,
 * known as tortuosity, the second the usual coefficient of variation. Shapes say nothing of whether
 * the points look real; see {@link InClassShare} and {@link PathRealism}.
 *
 * @param relativeLength {@code Σ s_i / ‖x_m − x_0‖}, mean over walks; range [1, ∞), and 1 for a
 *     straight line
 * @param smoothness the coefficient of variation of the steps (population standard deviation over
 *     mean), mean over walks; range [0, √(m − 1)] for m steps, and 0 for equal steps
 */
public record PathGeometry(double relativeLength, double smoothness) {

  /**
   * Measures walks. One whose decoded ends coincide has no relative length, one that never moves no
   * smoothness; such walks are left out of that mean.
   *
   * @param walks with at least two points each
   * @return the means over walks; NaN where no walk counts
   */
  public static PathGeometry of(List<ClassWalk> walks) {
    double lengths = 0;
    double variations = 0;
    int withLength = 0;
    int withVariation = 0;
    for (ClassWalk walk : walks) {
      PathShape shape = PathShape.of(walk.observations());
      if (shape.relativeLength().isPresent()) {
        lengths += shape.relativeLength().getAsDouble();
        withLength++;
      }
      if (shape.smoothness().isPresent()) {
        variations += shape.smoothness().getAsDouble();
        withVariation++;
      }
    }
    return new PathGeometry(lengths / withLength, variations / withVariation);
  }
}
