package io.civae.data;

import java.util.Objects;

/** One matrix below another of the same width. */
final class ConcatenatedFeatureMatrix implements FeatureMatrix {

  private final FeatureMatrix first;
  private final FeatureMatrix second;

  ConcatenatedFeatureMatrix(FeatureMatrix first, FeatureMatrix second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public int rows() {
    return Math.addExact(first.rows(), second.rows());
  }

  @Override
  public int columns() {
    return first.columns();
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    Objects.checkIndex(row, rows());
    if (row < first.rows()) {
      first.copyRow(row, target, offset);
    } else {
      second.copyRow(row - first.rows(), target, offset);
    }
  }

  @Override
  public int preferredBlockRows() {
    return Math.max(first.preferredBlockRows(), second.preferredBlockRows());
  }
}
