package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import java.util.Arrays;

/** Collects compressed sparse rows, one after another. */
final class SparseRows {

  private static final int MOST = Integer.MAX_VALUE - 8;

  private final int columns;
  private final int[] starts;
  private int[] places;
  private float[] values;
  private int rows;
  private int size;

  /** Room for a known number of rows and an expected number of values. */
  SparseRows(int rows, int columns, long expectedValues) {
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

  FeatureMatrix toMatrix() {
    if (size < places.length) {
      places = Arrays.copyOf(places, size);
      values = Arrays.copyOf(values, size);
    }
    return FeatureMatrix.ofSparseRows(starts, places, values, columns);
  }
}
