package io.civae.examples.embedding;

import io.civae.spi.SeededRandom;
import java.util.stream.IntStream;

/**
 * The principal components of some points (Pearson, 1901; Hotelling, 1933), to describe others by:
 * the coordinates along the orthogonal directions in which the first points vary most, about their
 * mean. Found by subspace iteration. Immutable and thread-safe.
 */
public final class PrincipalComponents {

  private static final long STREAM = 1;

  private final double[] mean;
  private final double[][] axes;

  private PrincipalComponents(double[] mean, double[][] axes) {
    this.mean = mean;
    this.axes = axes;
  }

  /**
   * Finds the components.
   *
   * @param points {@code float[n][d]}, at least 2 points
   * @param count how many components, at least 1 and at most d
   * @param seed of the first guess of each
   * @return the components
   * @throws IllegalArgumentException if there are fewer than 2 points, they differ in length, a
   *     value is not finite, or {@code count} is out of its range
   */
  public static PrincipalComponents of(float[][] points, int count, long seed) {
    PointRows.check(points, 2);
    if (count < 1 || count > points[0].length) {
      throw new IllegalArgumentException(
          "count (" + count + ") must be from 1 to " + points[0].length);
    }
    double[] mean = PrincipalAxes.mean(points);
    return new PrincipalComponents(
        mean,
        PrincipalSubspace.of(
            PrincipalAxes.centred(points, mean), count, SeededRandom.of(seed, STREAM)));
  }

  /**
   * The coordinates of a point.
   *
   * @param point {@code float[d]}
   * @return {@code float[count]}; 0 for a component without variance
   * @throws IllegalArgumentException if the length differs
   */
  public float[] project(float[] point) {
    if (point.length != mean.length) {
      throw new IllegalArgumentException(
          "point (" + point.length + " values) must have " + mean.length);
    }
    float[] coordinates = new float[axes.length];
    for (int axis = 0; axis < axes.length; axis++) {
      double[] direction = axes[axis];
      coordinates[axis] =
          (float)
              IntStream.range(0, point.length)
                  .mapToDouble(j -> (point[j] - mean[j]) * direction[j])
                  .sum();
    }
    return coordinates;
  }
}
