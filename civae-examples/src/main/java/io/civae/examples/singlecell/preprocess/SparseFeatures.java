package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import java.util.Arrays;
import java.util.Objects;

/** Features that are mostly zero, as compressed sparse rows. Immutable. */
final class SparseFeatures implements FeatureMatrix {

  private final int columns;
  private final int[] starts;
  private final int[] places;
  private final float[] values;

  private SparseFeatures(int columns, int[] starts, int[] places, float[] values) {
    this.columns = columns;
    this.starts = starts;
    this.places = places;
    this.values = values;
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
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      target[offset + places[i]] = values[i];
    }
  }

  /** Takes rows one after another. */
  static final class Builder {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private final int columns;
    private final int[] starts;
    private int[] places;
    private float[] values;
    private int rows;
    private int size;

    /** A builder for a known number of rows and an expected number of values. */
    Builder(int rows, int columns, long expectedValues) {
      if (expectedValues > MOST) {
        throw new IllegalArgumentException(
            "values (" + expectedValues + ") must be at most " + MOST + "; select fewer genes");
      }
      this.columns = columns;
      this.starts = new int[rows + 1];
      this.places = new int[(int) expectedValues];
      this.values = new float[(int) expectedValues];
    }

    void add(int place, double value) {
      if (size == places.length) {
        if (size == MOST) {
          throw new IllegalArgumentException(
              "values must be at most " + MOST + "; select fewer genes");
        }
        int larger = (int) Math.min(MOST, 1024 + size * 3L / 2);
        places = Arrays.copyOf(places, larger);
        values = Arrays.copyOf(values, larger);
      }
      places[size] = place;
      values[size++] = (float) value;
    }

    void endRow() {
      starts[++rows] = size;
    }

    SparseFeatures build() {
      if (size < places.length) {
        places = Arrays.copyOf(places, size);
        values = Arrays.copyOf(values, size);
      }
      return new SparseFeatures(columns, starts, places, values);
    }
  }
}
