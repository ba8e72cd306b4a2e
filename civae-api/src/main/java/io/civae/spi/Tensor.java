package io.civae.spi;

import java.util.Arrays;

/** A named parameter's values: a shape and its floats in row-major order. Immutable. */
public final class Tensor {

  private final int[] shape;
  private final float[] values;

  private Tensor(int[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * A tensor that holds a copy of the given values.
   *
   * @param values as many as the shape asks for, row-major
   * @param shape one or two dimensions, each at least 1
   * @return the tensor
   * @throws IllegalArgumentException if number and shape disagree
   */
  public static Tensor of(float[] values, int... shape) {
    long size = 1;
    for (int dimension : shape) {
      if (dimension < 1) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(shape) + " must have dimensions of at least 1");
      }
      // No array is longer than an int can say, so a size beyond that need not grow on, or
      // overflow.
      size = size > Integer.MAX_VALUE ? size : size * dimension;
    }
    if (shape.length == 0 || shape.length > 2 || size != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " does not fit " + values.length + " values");
    }
    return new Tensor(shape.clone(), values.clone());
  }

  /**
   * The dimensions.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The number of dimensions.
   *
   * @return 1 or 2
   */
  public int rank() {
    return shape.length;
  }

  /**
   * One dimension.
   *
   * @param axis from 0
   * @return its size
   */
  public int dimension(int axis) {
    return shape[axis];
  }

  /**
   * The number of values.
   *
   * @return the product of the dimensions
   */
  public int size() {
    return values.length;
  }

  /**
   * The values.
   *
   * @return a copy, row-major
   */
  public float[] values() {
    return values.clone();
  }

  /**
   * Whether shape and values are the same, bit for bit.
   *
   * @param other anything
   * @return true when equal
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
