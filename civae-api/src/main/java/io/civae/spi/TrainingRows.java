package io.civae.spi;

import io.civae.data.FeatureMatrix;

/**
 * The training observations as a network sees them in a given epoch: scaled, and changed at random
 * where the user asked for it. The same row of the same epoch is always the same, in whatever order
 * rows are read. Thread-safe.
 */
@FunctionalInterface
public interface TrainingRows {

  /**
   * Copies one row.
   *
   * @param row index into the training data
   * @param epoch from 1
   * @param target gets d values
   * @param offset index in {@code target} of the first of them
   */
  void copyRow(int row, int epoch, float[] target, int offset);

  /**
   * Rows that are the same in every epoch.
   *
   * @param features scaled
   * @return the rows
   */
  static TrainingRows of(FeatureMatrix features) {
    return (row, epoch, target, offset) -> features.copyRow(row, target, offset);
  }
}
