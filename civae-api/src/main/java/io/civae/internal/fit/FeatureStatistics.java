package io.civae.internal.fit;

import io.civae.Scaling;
import io.civae.data.FeatureMatrix;
import io.civae.internal.model.FeatureScaler;
import java.util.Arrays;

/** Range, mean and spread of each feature, gathered in one pass that also checks every value. */
public final class FeatureStatistics {

  private final float[] minimum;
  private final float[] maximum;
  private final double[] mean;
  private final double[] squares;
  private final int rows;

  private FeatureStatistics(int rows, int columns) {
    this.rows = rows;
    minimum = new float[columns];
    maximum = new float[columns];
    mean = new double[columns];
    squares = new double[columns];
    Arrays.fill(minimum, Float.POSITIVE_INFINITY);
    Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
  }

  /**
   * Reads every value.
   *
   * @param name of the data, for messages
   * @param matrix the data
   * @return their statistics
   * @throws IllegalArgumentException if a value is not finite
   */
  public static FeatureStatistics of(String name, FeatureMatrix matrix) {
    FeatureStatistics statistics = new FeatureStatistics(matrix.rows(), matrix.columns());
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      statistics.add(name, i, row);
    }
    return statistics;
  }

  /** Welford's update, which keeps its precision when the mean is large. */
  private void add(String name, int i, float[] row) {
    for (int j = 0; j < row.length; j++) {
      float value = row[j];
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            name + " features[" + i + "][" + j + "] (" + value + ") must be finite");
      }
      minimum[j] = Math.min(minimum[j], value);
      maximum[j] = Math.max(maximum[j], value);
      double delta = value - mean[j];
      mean[j] += delta / (i + 1);
      squares[j] += delta * (value - mean[j]);
    }
  }

  boolean inUnitInterval() {
    return lowest() >= 0 && highest() <= 1;
  }

  float lowest() {
    float lowest = minimum[0];
    for (float value : minimum) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }

  float highest() {
    float highest = maximum[0];
    for (float value : maximum) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /**
   * The scaler that a choice asks for; constant features get scale 0 in each.
   *
   * @param scaling resolved
   * @return the scaler
   */
  public FeatureScaler scaler(Scaling scaling) {
    float[] offset = new float[mean.length];
    float[] scale = new float[mean.length];
    for (int j = 0; j < offset.length; j++) {
      if (minimum[j] == maximum[j]) {
        offset[j] = minimum[j];
        continue;
      }
      switch (scaling) {
        case NONE -> scale[j] = 1;
        case STANDARD -> {
          offset[j] = (float) mean[j];
          scale[j] = atLeastTiny(Math.sqrt(squares[j] / rows));
        }
        case MIN_MAX -> {
          offset[j] = minimum[j];
          scale[j] = atLeastTiny((double) maximum[j] - minimum[j]);
        }
        case GLOBAL_MIN_MAX -> {
          offset[j] = lowest();
          scale[j] = atLeastTiny((double) highest() - lowest());
        }
        case AUTO -> throw new IllegalArgumentException("scaling (AUTO) must be resolved");
      }
    }
    return new FeatureScaler(offset, scale);
  }

  /** A spread that is not 0 must not become 0 in float, which would mean constant. */
  private static float atLeastTiny(double spread) {
    return Math.max(Float.MIN_NORMAL, (float) Math.min(spread, Float.MAX_VALUE));
  }
}
