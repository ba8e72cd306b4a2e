package io.civae.internal.walk;

import io.civae.LinearDiscriminator;

/** The half-spaces whose intersection is the region of one class. Immutable. */
public final class Boundaries {

  private final double[][] normals;
  private final double[] offsets;

  private Boundaries(double[][] normals, double[] offsets) {
    this.normals = normals;
    this.offsets = offsets;
  }

  /**
   * The boundaries of a class.
   *
   * @param discriminator the linear layer
   * @param className one of its classes
   * @return one boundary for each other class
   * @throws IllegalArgumentException if there is no such class
   */
  public static Boundaries of(LinearDiscriminator discriminator, String className) {
    int c = discriminator.classNames().indexOf(className);
    if (c < 0) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" is not among the model's classes "
              + discriminator.classNames());
    }
    float[][] weights = discriminator.weights();
    float[] bias = discriminator.bias();
    double[][] normals = new double[bias.length - 1][weights.length];
    double[] offsets = new double[normals.length];
    for (int other = 0; other < bias.length; other++) {
      if (other != c) {
        int row = other < c ? other : other - 1;
        offsets[row] = (double) bias[c] - bias[other];
        double squares = 0;
        for (int j = 0; j < weights.length; j++) {
          normals[row][j] = (double) weights[j][c] - weights[j][other];
          squares += normals[row][j] * normals[row][j];
        }
        normalise(normals[row], offsets, row, Math.sqrt(squares));
      }
    }
    return new Boundaries(normals, offsets);
  }

  /**
   * Two classes that differ by their bias alone are infinitely far from a tie, or tied all over.
   */
  private static void normalise(double[] normal, double[] offsets, int row, double length) {
    if (length == 0) {
      offsets[row] = offsets[row] == 0 ? 0 : offsets[row] / 0.0;
      return;
    }
    for (int j = 0; j < normal.length; j++) {
      normal[j] /= length;
    }
    offsets[row] /= length;
  }

  /**
   * The distances to the nearest boundary.
   *
   * @param z {@code [n][h]}
   * @return n distances, negative outside of the class
   */
  public double[] margins(float[][] z) {
    double[] margins = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      margins[i] = margin(z[i]);
    }
    return margins;
  }

  /**
   * The distance to the nearest boundary.
   *
   * @param z {@code [h]}
   * @return negative outside of the class
   */
  public double margin(float[] z) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < normals.length; other++) {
      double sum = offsets[other];
      for (int j = 0; j < z.length; j++) {
        sum += normals[other][j] * z[j];
      }
      nearest = Math.min(nearest, sum);
    }
    return nearest;
  }
}
