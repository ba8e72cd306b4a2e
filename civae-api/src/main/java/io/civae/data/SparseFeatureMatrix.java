package io.civae.data;

import java.util.Arrays;
import java.util.Objects;

/** Values that are mostly 0, as compressed sparse rows. */
final class SparseFeatureMatrix implements FeatureMatrix {

  private final int[] starts;
  private final int[] indices;
  private final float[] values;
  private final int columns;

  private SparseFeatureMatrix(int[] starts, int[] indices, float[] values, int columns) {
    this.starts = starts;
    this.indices = indices;
    this.values = values;
    this.columns = columns;
  }

  static SparseFeatureMatrix copyOf(
      int[] rowStarts, int[] columnIndices, float[] values, int columns) {
    // Copied first: what is checked is what is kept, whatever another thread does meanwhile.
    SparseFeatureMatrix copy =
        new SparseFeatureMatrix(rowStarts.clone(), columnIndices.clone(), values.clone(), columns);
    copy.checkShape();
    copy.checkValues();
    return copy;
  }

  private void checkShape() {
    if (columns < 1) {
      throw new IllegalArgumentException("columns (" + columns + ") must be at least 1");
    }
    if (starts.length < 2) {
      throw new IllegalArgumentException(
          "rowStarts has " + starts.length + " entries; one more than rows, so at least 2");
    }
    if (indices.length != values.length) {
      throw new IllegalArgumentException(
          "columnIndices has " + indices.length + " entries, values has " + values.length);
    }
    if (starts[0] != 0) {
      throw new IllegalArgumentException("rowStarts[0] (" + starts[0] + ") must be 0");
    }
    for (int i = 1; i < starts.length; i++) {
      if (starts[i] < starts[i - 1]) {
        throw new IllegalArgumentException(
            "rowStarts["
                + i
                + "] ("
                + starts[i]
                + ") must not be below rowStarts["
                + (i - 1)
                + "] ("
                + starts[i - 1]
                + ")");
      }
    }
    int last = starts[starts.length - 1];
    if (last != values.length) {
      throw new IllegalArgumentException(
          "the last entry of rowStarts ("
              + last
              + ") must be the number of values, "
              + values.length);
    }
  }

  private void checkValues() {
    int[] lastRow = new int[columns];
    Arrays.fill(lastRow, -1);
    for (int row = 0; row < rows(); row++) {
      for (int k = starts[row]; k < starts[row + 1]; k++) {
        int column = indices[k];
        if (column < 0 || column >= columns) {
          throw new IllegalArgumentException(
              "columnIndices[" + k + "] (" + column + ") must be from 0 to " + (columns - 1));
        }
        if (lastRow[column] == row) {
          throw new IllegalArgumentException(
              "columnIndices[" + k + "] (" + column + ") appears twice in row " + row);
        }
        lastRow[column] = row;
        if (!Float.isFinite(values[k])) {
          throw new IllegalArgumentException(
              "values[" + k + "] (" + values[k] + ") of row " + row + " must be finite");
        }
      }
    }
  }

  @Override
  public int rows() {
    return starts.length - 1;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    Objects.checkIndex(row, rows());
    Objects.checkFromIndexSize(offset, columns, target.length);
    Arrays.fill(target, offset, offset + columns, 0);
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      target[offset + indices[k]] = values[k];
    }
  }
}
