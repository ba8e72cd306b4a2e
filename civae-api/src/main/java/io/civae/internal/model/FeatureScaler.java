package io.civae.internal.model;

import io.civae.data.FeatureMatrix;
import io.civae.spi.CountLikelihood;
import io.civae.spi.SeededRandom;
import java.util.Arrays;

/**
 * The map between a user's features and the network's: {@code s = (x − offset) / scale}. A scale of
 * 0 marks a feature that was constant in training: it enters as 0 and comes back as {@code offset}.
 *
 * <p>Counts are first brought to one library size and to logarithms, {@code log(1 + x · s / ℓ)}.
 * What comes back are shares of the library, which become expected counts at that size. Immutable.
 */
public final class FeatureScaler {

  /** The library size of features that are no counts. */
  private static final float NO_COUNTS = 0;

  private final float[] offset;
  private final float[] scale;
  private final boolean identity;
  private final float librarySize;

  /**
   * Takes ownership of the arrays.
   *
   * @param offset one finite value per feature
   * @param scale one finite, non-negative value per feature
   * @throws IllegalArgumentException if a value is out of range
   */
  public FeatureScaler(float[] offset, float[] scale) {
    this(offset, scale, NO_COUNTS);
  }

  private FeatureScaler(float[] offset, float[] scale, float librarySize) {
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
    this.librarySize = librarySize;
    identity = all(offset, 0) && all(scale, 1);
  }

  /**
   * A scaler that changes nothing.
   *
   * @param features the number of features
   * @return offsets 0, scales 1
   */
  public static FeatureScaler identity(int features) {
    float[] ones = new float[features];
    Arrays.fill(ones, 1);
    return new FeatureScaler(new float[features], ones);
  }

  /**
   * The same map behind the normalisation of counts.
   *
   * @param size that counts are brought to, finite and at least 1
   * @return a scaler of counts
   * @throws IllegalArgumentException if out of range
   */
  public FeatureScaler ofCounts(float size) {
    if (!(size >= 1 && size < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "librarySize (" + size + ") must be finite and at least 1");
    }
    return new FeatureScaler(offset, scale, size);
  }

  /**
   * Whether features are counts.
   *
   * @return true when there is a library size
   */
  public boolean isOfCounts() {
    return librarySize != NO_COUNTS;
  }

  /**
   * The library size that counts are brought to.
   *
   * @return at least 1; 0 when features are no counts
   */
  public float librarySize() {
    return librarySize;
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
   * Scales observations in place and checks that they can be scaled.
   *
   * @param name of the rows, for messages
   * @param values row-major, starting with row {@code first} of what was given; finite
   * @param rows how many
   * @param first index of the first of them, for messages
   * @throws IllegalArgumentException if a count is negative, or a value lies so far from those of
   *     training that no float holds what it is scaled to
   */
  public void scaleObservations(String name, float[] values, int rows, int first) {
    checkRange(name, values, rows, first);
    int d = offset.length;
    if (identity) {
      scale(values, 0, rows);
      return;
    }
    // Counts are no longer what was given once they are logarithms.
    float[] counts = new float[isOfCounts() ? d : 0];
    for (int i = 0; i < rows; i++) {
      if (isOfCounts()) {
        System.arraycopy(values, i * d, counts, 0, d);
        normalize(values, i * d);
      }
      for (int j = 0; j < d; j++) {
        float scaled = scaled(values[i * d + j], j);
        if (!Float.isFinite(scaled)) {
          throw new IllegalArgumentException(
              name
                  + "["
                  + (first + i)
                  + "]["
                  + j
                  + "] ("
                  + (isOfCounts() ? counts[j] : values[i * d + j])
                  + ") must stay finite when scaled as in training, less "
                  + offset[j]
                  + " and over "
                  + scale[j]);
        }
        values[i * d + j] = scaled;
      }
    }
  }

  /** In double: a difference of two floats need not be one. */
  private float scaled(float value, int j) {
    return scale[j] == 0 ? 0 : (float) (((double) value - offset[j]) / scale[j]);
  }

  private void checkRange(String name, float[] values, int rows, int first) {
    int d = offset.length;
    for (int k = 0; isOfCounts() && k < rows * d; k++) {
      if (!(values[k] >= 0)) {
        throw new IllegalArgumentException(
            name
                + "["
                + (first + k / d)
                + "]["
                + k % d
                + "] ("
                + values[k]
                + ") must not be negative: the model is one of counts");
      }
    }
  }

  /**
   * Scales rows in place.
   *
   * @param values row-major
   * @param from index of the first value of the first row
   * @param rows how many
   */
  public void scale(float[] values, int from, int rows) {
    int d = offset.length;
    for (int i = 0; isOfCounts() && i < rows; i++) {
      normalize(values, from + i * d);
    }
    if (identity) {
      return;
    }
    for (int i = 0; i < rows; i++) {
      int at = from + i * d;
      for (int j = 0; j < d; j++) {
        values[at + j] = scaled(values[at + j], j);
      }
    }
  }

  private void normalize(float[] values, int from) {
    double factor = librarySize / CountLikelihood.librarySize(values, from, offset.length);
    for (int j = from; j < from + offset.length; j++) {
      // Most counts of a cell are 0.
      values[j] = values[j] == 0 ? 0 : (float) Math.log1p(values[j] * factor);
    }
  }

  /**
   * Undoes the scaling of one row in place; shares become expected counts.
   *
   * @param values row-major
   * @param from index of the row's first value
   */
  public void unscale(float[] values, int from) {
    if (isOfCounts()) {
      for (int j = from; j < from + offset.length; j++) {
        values[j] *= librarySize;
      }
      return;
    }
    if (identity) {
      return;
    }
    for (int j = 0; j < offset.length; j++) {
      values[from + j] =
          scale[j] == 0 ? offset[j] : (float) ((double) values[from + j] * scale[j] + offset[j]);
    }
  }

  /** Made-up features: a standard normal deviate for each, in the user's units; whole counts. */
  float[] draw(SeededRandom random) {
    float[] x = new float[offset.length];
    for (int j = 0; j < x.length; j++) {
      double value = offset[j] + scale[j] * random.nextGaussian();
      x[j] =
          isOfCounts()
              ? (float)
                  Math.rint(Math.min(CountLikelihood.LARGEST_COUNT, Math.expm1(Math.max(0, value))))
              : (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
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
