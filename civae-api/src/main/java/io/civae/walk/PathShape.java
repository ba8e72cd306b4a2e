package io.civae.walk;

import java.util.OptionalDouble;

/**
 * The shape of a walk {@code x_0 … x_m} with steps {@code s_i = ‖x_{i+1} − x_i‖}, Euclidean, in the
 * unit of its points.
 *
 * @param length {@code Σ s_i}; 0 for a single point
 * @param direct {@code ‖x_m − x_0‖}
 * @param relativeLength {@code length / direct}: at least 1 up to rounding, and 1 for a straight
 *     line; empty where the ends coincide
 * @param smoothness the coefficient of variation of the steps (standard deviation over mean): 0 for
 *     equal steps; empty where the walk never moves
 */
public record PathShape(
    double length, double direct, OptionalDouble relativeLength, OptionalDouble smoothness) {

  /**
   * Measures a walk.
   *
   * @param points {@code [m + 1][d]}, at least one, all of one length
   * @return its shape
   * @throws IllegalArgumentException if there is no point or their lengths differ
   */
  public static PathShape of(float[][] points) {
    if (points.length == 0) {
      throw new IllegalArgumentException("points is empty; a walk has at least one");
    }
    double[] steps = new double[points.length - 1];
    double length = 0;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = distance(points[i], points[i + 1]);
      length += steps[i];
    }
    double direct = distance(points[0], points[points.length - 1]);
    return new PathShape(
        length,
        direct,
        direct > 0 ? OptionalDouble.of(length / direct) : OptionalDouble.empty(),
        length > 0
            ? OptionalDouble.of(variation(steps, length / steps.length))
            : OptionalDouble.empty());
  }

  private static double variation(double[] steps, double mean) {
    double squares = 0;
    for (double step : steps) {
      squares += (step - mean) * (step - mean);
    }
    return Math.sqrt(squares / steps.length) / mean;
  }

  private static double distance(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "points have " + a.length + " and " + b.length + " values; all must have the same");
    }
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
