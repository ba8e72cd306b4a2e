package io.civae.data;

import java.util.Objects;

/** Some rows of another matrix, by number. */
final class RowSelection implements FeatureMatrix {

  private final FeatureMatrix source;
  private final int[] rows;

  /** Takes ownership of {@code rows}. */
  RowSelection(FeatureMatrix source, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("rows is empty; at least one row is needed");
    }
    for (int row : rows) {
      Objects.checkIndex(row, source.rows());
    }
    this.source = source;
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  public int columns() {
    return source.columns();
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    source.copyRow(rows[row], target, offset);
  }

  /** Splits keep the order of rows, so neighbours here lie close together there. */
  @Override
  public int preferredBlockRows() {
    return source.preferredBlockRows();
  }

  @Override
  public FeatureMatrix select(int... selected) {
    int[] composed = new int[selected.length];
    for (int i = 0; i < selected.length; i++) {
      composed[i] = rows[selected[i]];
    }
    return new RowSelection(source, composed);
  }
}
