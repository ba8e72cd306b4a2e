package io.civae.internal.walk;

/** The median by selection (Hoare, 1961): linear time on average, where sorting is not. */
final class Median {

  private Median() {}

  /** Reorders {@code values}, which must be finite and at least one. */
  static float of(float[] values) {
    int upper = values.length / 2;
    select(values, upper);
    if (values.length % 2 == 1) {
      return values[upper];
    }
    float lower = values[0];
    for (int i = 1; i < upper; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (float) (((double) lower + values[upper]) / 2);
  }

  /** Puts the value of rank k at k, smaller ones before it. */
  private static void select(float[] values, int k) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = values[i];
          values[i] = values[j];
          values[j] = swap;
          i++;
          j--;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}
