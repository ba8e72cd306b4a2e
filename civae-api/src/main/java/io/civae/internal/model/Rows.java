package io.civae.internal.model;

import io.civae.data.FeatureMatrix;

/** Checked conversion between rows of values and one row-major array. */
public final class Rows {

  private Rows() {}

  /**
   * The rows one behind the other.
   *
   * @param name of the rows, for messages
   * @param rows of the given width
   * @param columns the width
   * @return a copy
   * @throws IllegalArgumentException if a row has another width or a value is not finite
   */
  public static float[] flatten(String name, float[][] rows, int columns) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(name + " is empty; at least one row is needed");
    }
    float[] flat = new float[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      checkWidth(name + "[" + i + "]", rows[i].length, columns);
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    checkFinite(name, flat, columns);
    return flat;
  }

  /** Copies a matrix after checking shape and values. */
  static float[] flatten(String name, FeatureMatrix matrix, int columns) {
    checkWidth(name, matrix.columns(), columns);
    float[] flat = new float[Math.multiplyExact(matrix.rows(), columns)];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, flat, i * columns);
    }
    checkFinite(name, flat, columns);
    return flat;
  }

  static void checkWidth(String name, int width, int expected) {
    if (width != expected) {
      throw new IllegalArgumentException(
          name + " has " + width + " values per row; the model has " + expected);
    }
  }

  /**
   * The opposite of {@link #flatten}.
   *
   * @param flat rows one behind the other
   * @param columns their width
   * @return the rows, copied
   */
  public static float[][] split(float[] flat, int columns) {
    float[][] rows = new float[flat.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(flat, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  private static void checkFinite(String name, float[] flat, int columns) {
    for (int k = 0; k < flat.length; k++) {
      if (!Float.isFinite(flat[k])) {
        throw new IllegalArgumentException(
            name + "[" + k / columns + "][" + k % columns + "] (" + flat[k] + ") must be finite");
      }
    }
  }
}
