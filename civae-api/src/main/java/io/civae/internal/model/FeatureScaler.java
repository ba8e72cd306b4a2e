package io.civae.internal.model;

import io.civae.data.FeatureMatrix;
import io.civae.spi.SeededRandom;

/**
 * The affine map between a user's features and the network's: {@code s = (x − offset) / scale}. A
 * scale of 0 marks a feature that was constant in training: it enters as 0 and comes back as {@code
 * offset}. Immutable.
 */
public final class FeatureScaler {

  private final float[] offset;
  private final float[] scale;
  private final boolean identity;

  /**
   * Takes ownership of the arrays.
   *
   * @param offset one finite value per feature
   * @param scale one finite, non-negative value per feature
   * @throws IllegalArgumentException if a value is out of range
   */
  public FeatureScaler(float[] offset, float[] scale) {
    for (int j = 0; j < offset.length; j++) {
      if (!Float.isFinite(offset[j])) {
        throw new IllegalArgumentException("offset[" + j + "] (" + offset[j] + ") must be finite");
      }
      if (!(scale[j] >= 0 && scale[j] < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "scale[" + j + "] (" + scale[j] + ") must be finite and non-negative");
      }
    }
    this.offset = offset;
    this.scale = scale;
    identity = all(offset, 0) && all(scale, 1);
  }

  private static boolean all(float[] values, float expected) {
    for (float value : values) {
      if (value != expected) {
        return false;
      }
    }
    return true;
  }

  /**
   * The number of features.
   *
   * @return d
   */
  public int features() {
    return offset.length;
  }

  /**
   * The offsets.
   *
   * @return a copy
   */
  public float[] offset() {
    return offset.clone();
  }

  /**
   * The scales.
   *
   * @return a copy
   */
  public float[] scale() {
    return scale.clone();
  }

  /**
   * Scales rows in place.
   *
   * @param values row-major
   * @param from index of the first value of the first row
   * @param rows how many
   */
  public void scale(float[] values, int from, int rows) {
    if (identity) {
      return;
    }
    int d = offset.length;
    for (int i = 0; i < rows; i++) {
      int at = from + i * d;
      for (int j = 0; j < d; j++) {
        // In double: a difference of two floats need not be one.
        values[at + j] =
            scale[j] == 0 ? 0 : (float) (((double) values[at + j] - offset[j]) / scale[j]);
      }
    }
  }

  /**
   * Undoes the scaling of one row in place.
   *
   * @param values row-major
   * @param from index of the row's first value
   */
  public void unscale(float[] values, int from) {
    if (identity) {
      return;
    }
    for (int j = 0; j < offset.length; j++) {
      values[from + j] =
          scale[j] == 0 ? offset[j] : (float) ((double) values[from + j] * scale[j] + offset[j]);
    }
  }

  /** Made-up features: a standard normal deviate for each, in the user's units. */
  float[] draw(SeededRandom random) {
    float[] x = new float[offset.length];
    for (int j = 0; j < x.length; j++) {
      double value = offset[j] + scale[j] * random.nextGaussian();
      x[j] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }
    return x;
  }

  /**
   * A view of a matrix with scaled values.
   *
   * @param source in the user's units
   * @return a view
   */
  public FeatureMatrix scaled(FeatureMatrix source) {
    return new FeatureMatrix() {
      @Override
      public int rows() {
        return source.rows();
      }

      @Override
      public int columns() {
        return source.columns();
      }

      @Override
      public int preferredBlockRows() {
        return source.preferredBlockRows();
      }

      @Override
      public void copyRow(int row, float[] target, int offset) {
        source.copyRow(row, target, offset);
        scale(target, offset, 1);
      }
    };
  }
}
