package io.civae.internal.network;

/**
 * The inner loops of a linear layer: rows of weights, each times a number, are added to a row of
 * sums.
 *
 * <p>Each array has the same index in a loop, and no loop has a longer body than four products: the
 * JIT turns these into vector instructions, but neither a loop over one array from an offset, where
 * it cannot rule out that a sum is a weight of a later turn, nor one it finds too long to unroll.
 * The products are added one after the other, so that a sum comes to the same bits in whatever
 * portions it is made.
 */
final class WeightedRows {

  private WeightedRows() {}

  static void add(float[] sums, float a, float[] v) {
    int n = Math.min(sums.length, v.length);
    for (int o = 0; o < n; o++) {
      sums[o] = sums[o] + a * v[o];
    }
  }

  static void add(float[] sums, float a, float[] v, float b, float[] w) {
    int n = Math.min(sums.length, Math.min(v.length, w.length));
    for (int o = 0; o < n; o++) {
      sums[o] = sums[o] + a * v[o] + b * w[o];
    }
  }

  static void add(
      float[] sums,
      float a,
      float[] v,
      float b,
      float[] w,
      float c,
      float[] x,
      float d,
      float[] y) {
    int n = Math.min(Math.min(v.length, w.length), Math.min(x.length, y.length));
    for (int o = 0; o < n; o++) {
      sums[o] = sums[o] + a * v[o] + b * w[o] + c * x[o] + d * y[o];
    }
  }
}
