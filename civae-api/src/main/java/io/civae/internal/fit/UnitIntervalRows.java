package io.civae.internal.fit;

import io.civae.spi.TrainingRows;

/** Transformed rows for a Bernoulli likelihood, whose loss has no lower bound outside [0, 1]. */
final class UnitIntervalRows implements TrainingRows {

  /** What the rounding of an interpolation may add to values in [0, 1]. */
  private static final float ROUNDING = 1e-4f;

  private final TrainingRows rows;
  private final int features;
  private final String transform;

  UnitIntervalRows(TrainingRows rows, int features, String transform) {
    this.rows = rows;
    this.features = features;
    this.transform = transform;
  }

  @Override
  public void copyRow(int row, int epoch, float[] target, int offset) {
    rows.copyRow(row, epoch, target, offset);
    for (int j = 0; j < features; j++) {
      float value = target[offset + j];
      if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "observationTransform ("
                + transform
                + ") made scaled feature "
                + j
                + " of training observation "
                + row
                + " "
                + value
                + "; likelihood BERNOULLI needs [0, 1]");
      }
    }
  }
}
