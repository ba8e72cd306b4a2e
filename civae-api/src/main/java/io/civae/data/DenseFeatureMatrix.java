package io.civae.data;

import java.util.Objects;

/** Values in one row-major array. */
final class DenseFeatureMatrix implements FeatureMatrix {

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final float[] values;
  private final int rows;
  private final int columns;

  private DenseFeatureMatrix(float[] values, int rows, int columns) {
    this.values = values;
    this.rows = rows;
    this.columns = columns;
  }

  static DenseFeatureMatrix copyOf(float[][] source) {
    checkNotEmpty(source.length);
    int columns = columnsOf(source[0] == null ? -1 : source[0].length);
    float[] values = new float[size(source.length, columns)];
    for (int i = 0; i < source.length; i++) {
      float[] row = Objects.requireNonNull(source[i], "features[" + i + "] must not be null");
      checkLength(i, row.length, columns);
      for (int j = 0; j < columns; j++) {
        checkFinite(row[j], row[j], i, j);
      }
      System.arraycopy(row, 0, values, i * columns, columns);
    }
    return new DenseFeatureMatrix(values, source.length, columns);
  }

  static DenseFeatureMatrix copyOf(double[][] source) {
    checkNotEmpty(source.length);
    int columns = columnsOf(source[0] == null ? -1 : source[0].length);
    float[] values = new float[size(source.length, columns)];
    for (int i = 0; i < source.length; i++) {
      double[] row = Objects.requireNonNull(source[i], "features[" + i + "] must not be null");
      checkLength(i, row.length, columns);
      for (int j = 0; j < columns; j++) {
        checkFinite((float) row[j], row[j], i, j);
        values[i * columns + j] = (float) row[j];
      }
    }
    return new DenseFeatureMatrix(values, source.length, columns);
  }

  static DenseFeatureMatrix copyOf(float[] source, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "rows (" + rows + ") and columns (" + columns + ") must be at least 1");
    }
    if (source.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "features has "
              + source.length
              + " values; rows × columns = "
              + rows
              + " × "
              + columns
              + " asks for "
              + (long) rows * columns);
    }
    for (int k = 0; k < source.length; k++) {
      checkFinite(source[k], source[k], k / columns, k % columns);
    }
    return new DenseFeatureMatrix(source.clone(), rows, columns);
  }

  private static void checkNotEmpty(int rows) {
    if (rows == 0) {
      throw new IllegalArgumentException("features is empty; at least one row is needed");
    }
  }

  private static int columnsOf(int length) {
    if (length < 0) {
      throw new NullPointerException("features[0] must not be null");
    }
    if (length == 0) {
      throw new IllegalArgumentException("features[0] is empty; at least one column is needed");
    }
    return length;
  }

  private static int size(int rows, int columns) {
    if ((long) rows * columns > LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          "features has "
              + rows
              + " × "
              + columns
              + " values; one array holds at most "
              + LONGEST_ARRAY);
    }
    return rows * columns;
  }

  private static void checkLength(int row, int length, int columns) {
    if (length != columns) {
      throw new IllegalArgumentException(
          "features is ragged: row "
              + row
              + " has "
              + length
              + " values, row 0 has "
              + columns
              + "; all rows must be of one length");
    }
  }

  private static void checkFinite(float stored, double given, int row, int column) {
    if (!Float.isFinite(stored)) {
      throw new IllegalArgumentException(
          "features[" + row + "][" + column + "] (" + given + ") must be a finite float");
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    Objects.checkIndex(row, rows);
    System.arraycopy(values, row * columns, target, offset, columns);
  }
}
