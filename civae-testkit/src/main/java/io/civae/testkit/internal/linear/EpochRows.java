package io.civae.testkit.internal.linear;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingRows;

/**
 * The training observations as the first epoch sees them: all that a closed form can learn from.
 */
final class EpochRows implements FeatureMatrix {

  private static final int EPOCH = 1;

  private final LabeledDataset data;
  private final TrainingRows rows;

  private EpochRows(LabeledDataset data, TrainingRows rows) {
    this.data = data;
    this.rows = rows;
  }

  /** The dataset with its rows in place of its features. */
  static LabeledDataset of(LabeledDataset data, TrainingRows rows) {
    return data.withFeatures(new EpochRows(data, rows));
  }

  @Override
  public int rows() {
    return data.size();
  }

  @Override
  public int columns() {
    return data.featureCount();
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    rows.copyRow(row, EPOCH, target, offset);
  }
}
