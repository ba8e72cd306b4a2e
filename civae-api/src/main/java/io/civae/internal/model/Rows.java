package io.civae.internal.model;

import io.civae.data.FeatureMatrix;

/** Checked conversion between rows of values and one row-major array. */
public final class Rows {

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Values that a part of the rows may have together, which make an array of 4 GB. */
  private static final int MOST_TOGETHER = 1 << 30;

  private Rows() {}

  /**
   * The rows one behind the other.
   *
   * @param name of the rows, for messages
   * @param rows of the given width
   * @param columns the width
   * @return a copy
   * @throws IllegalArgumentException if a row has another width, a value is not finite or there are
   *     more values than an array holds
   */
  public static float[] flatten(String name, float[][] rows, int columns) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(name + " is empty; at least one row is needed");
    }
    float[] flat = new float[values(name, rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      checkWidth(name + "[" + i + "]", rows[i].length, columns);
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    checkFinite(name, flat, flat.length, 0, columns);
    return flat;
  }

  /** The number of values in so many rows. */
  static int values(String name, int rows, int columns) {
    long values = (long) rows * columns;
    if (values > LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          name
              + " has "
              + rows
              + " rows of "
              + columns
              + " values; one array holds "
              + LONGEST_ARRAY
              + ": pass fewer rows at a time");
    }
    return (int) values;
  }

  /**
   * How many rows to take at a time: fewer where they are very wide.
   *
   * @param wanted a power of two
   * @param columns the width
   * @return a power of two, at most {@code wanted}
   */
  static int together(int wanted, int columns) {
    int rows = wanted;
    while (rows > 1 && (long) rows * columns > MOST_TOGETHER) {
      rows /= 2;
    }
    return rows;
  }

  /** Checks shape and values of a call's only row. */
  static void checkOnly(String name, float[] row, int columns) {
    if (row.length != columns) {
      checkWidth(name + "[0]", row.length, columns);
    }
    checkFinite(name, row, columns, 0, columns);
  }

  /** Copies some rows of a matrix to the start of an array and checks their values. */
  static void copy(String name, FeatureMatrix matrix, int first, int count, float[] target) {
    int columns = matrix.columns();
    for (int i = 0; i < count; i++) {
      matrix.copyRow(first + i, target, i * columns);
    }
    checkFinite(name, target, count * columns, first, columns);
  }

  /**
   * The number of rows in a row-major array.
   *
   * @param name of the array, for messages
   * @param flat row after row
   * @param columns of each row
   * @return at least 1
   * @throws IllegalArgumentException if there is none, or the last one is not whole
   */
  public static int count(String name, float[] flat, int columns) {
    if (flat.length == 0 || flat.length % columns != 0) {
      throw new IllegalArgumentException(
          name
              + " has "
              + flat.length
              + " values; rows of "
              + columns
              + " ask for a positive multiple");
    }
    return flat.length / columns;
  }

  /**
   * Checks that an array has room for exactly so many rows.
   *
   * @param name of the array, for messages
   * @param flat row after row
   * @param rows how many
   * @param columns of each row
   * @throws IllegalArgumentException if it has not
   */
  public static void checkLength(String name, float[] flat, int rows, int columns) {
    if (flat.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          name
              + " has "
              + flat.length
              + " values; "
              + rows
              + " rows of "
              + columns
              + " ask for "
              + (long) rows * columns);
    }
  }

  /**
   * Writes rows one after the other into an array.
   *
   * @param rows of any width
   * @param target with room for all of them
   */
  public static void join(float[][] rows, float[] target) {
    int at = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, target, at, row.length);
      at += row.length;
    }
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

  /**
   * Checks the first {@code length} values, which start with row {@code first} of what was given.
   */
  static void checkFinite(String name, float[] flat, int length, int first, int columns) {
    for (int k = 0; k < length; k++) {
      if (!Float.isFinite(flat[k])) {
        throw new IllegalArgumentException(
            name
                + "["
                + (first + k / columns)
                + "]["
                + k % columns
                + "] ("
                + flat[k]
                + ") must be finite");
      }
    }
  }
}
