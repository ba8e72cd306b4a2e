package io.civae.djl;

/**
 * Loops over rows of a block. All arrays of a loop are read at the same index, which is what the
 * JIT compiler turns into vector instructions; a branch or an offset would keep it from that.
 */
final class RowLoops {

  /** Multiplied by this twice, the smallest positive float is above 1. */
  private static final float HUGE = 1e30f;

  private RowLoops() {}

  /** Replaces logits by 1 / (1 + exp(−logit)); {@code scratch} holds as many. */
  static void sigmoid(float[] logits, double[] scratch, int size) {
    for (int j = 0; j < size; j++) {
      scratch[j] = -logits[j];
    }
    Exponential.apply(scratch, size);
    for (int j = 0; j < size; j++) {
      scratch[j] = 1 / (1 + scratch[j]);
    }
    for (int j = 0; j < size; j++) {
      logits[j] = (float) scratch[j];
    }
  }

  static void add(float[] sum, float[] row, int size) {
    for (int j = 0; j < size; j++) {
      sum[j] += row[j];
    }
  }

  static void addProduct(float[] sum, float[] a, float[] b, int size) {
    for (int j = 0; j < size; j++) {
      sum[j] += a[j] * b[j];
    }
  }

  static void addSquare(float[] sum, float[] row, float[] mean, int size) {
    for (int j = 0; j < size; j++) {
      float deviation = row[j] - mean[j];
      sum[j] += deviation * deviation;
    }
  }

  static void multiply(float[] row, float[] factors, int size) {
    for (int j = 0; j < size; j++) {
      row[j] *= factors[j];
    }
  }

  static void rectify(float[] row, int size) {
    for (int j = 0; j < size; j++) {
      row[j] = Math.max(row[j], 0f);
    }
  }

  /** Becomes {@code (row − mean) · scale + shift}. */
  static void shiftAndScale(float[] row, float[] mean, float[] scale, float[] shift, int size) {
    for (int j = 0; j < size; j++) {
      row[j] = (row[j] - mean[j]) * scale[j] + shift[j];
    }
  }

  /** Becomes {@code (row − mean) · scale}. */
  static void standardize(float[] row, float[] mean, float[] scale, int size) {
    for (int j = 0; j < size; j++) {
      row[j] = (row[j] - mean[j]) * scale[j];
    }
  }

  /** Becomes {@code scale · (row − a − x · b)}. */
  static void center(float[] row, float[] x, float[] a, float[] b, float[] scale, int size) {
    for (int j = 0; j < size; j++) {
      row[j] = scale[j] * (row[j] - a[j] - x[j] * b[j]);
    }
  }

  /** Multiplied by {@code factor} where {@code gate}, never negative, is positive, else by 0. */
  static void pass(float[] row, float[] gate, float factor, int size) {
    for (int j = 0; j < size; j++) {
      row[j] *= Math.min(gate[j] * HUGE * HUGE, 1f) * factor;
    }
  }
}
