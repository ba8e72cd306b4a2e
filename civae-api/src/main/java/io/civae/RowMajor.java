package io.civae;

import java.util.Arrays;

/** Rows of one width, one after the other in a single array. */
final class RowMajor {

  private RowMajor() {}

  /**
   * The number of rows that an array holds.
   *
   * @throws IllegalArgumentException if there is none, or the last one is not whole
   */
  static int rows(String name, int length, int width) {
    if (length == 0 || length % width != 0) {
      throw new IllegalArgumentException(
          name + " has " + length + " values; rows of " + width + " ask for a positive multiple");
    }
    return length / width;
  }

  /**
   * Checks that an array has room for exactly so many rows.
   *
   * @throws IllegalArgumentException if it has not
   */
  static void checkLength(String name, int length, int rows, int width) {
    if (length != (long) rows * width) {
      throw new IllegalArgumentException(
          name
              + " has "
              + length
              + " values; "
              + rows
              + " rows of "
              + width
              + " ask for "
              + (long) rows * width);
    }
  }

  static float[][] split(float[] values, int width) {
    float[][] rows = new float[values.length / width][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  static void copy(float[][] rows, float[] target) {
    int at = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, target, at, row.length);
      at += row.length;
    }
  }
}
