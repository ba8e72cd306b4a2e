package io.civae.internal.network;

/**
 * A linear layer with its activation; whatever batch normalisation surrounds it is already folded
 * in.
 *
 * <p>Each output sums its inputs in one fixed order, whatever is computed beside it: a row gives
 * the same bits alone and in a batch. Inputs that are 0 are left out, as pixels and rectified units
 * often are; that changes no bit, because no sum ever is −0.
 */
final class DenseLayer {

  enum Activation {
    NONE,
    RELU,
    SIGMOID
  }

  /** Inputs whose weights are used for all rows in turn: they stay in the second-level cache. */
  static final int PANEL = 256;

  private final float[][] weights;
  private final float[] bias;
  private final Activation activation;

  /** Whether 0 times a weight is 0, which it is not for one that folding made infinite. */
  private final boolean skipsZeros;

  /** Takes ownership of {@code weights}, {@code [inputs][outputs]}, and {@code bias}. */
  DenseLayer(float[][] weights, float[] bias, Activation activation) {
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
    boolean finite = true;
    for (float[] row : weights) {
      for (float weight : row) {
        finite &= Float.isFinite(weight);
      }
    }
    skipsZeros = finite;
    for (int o = 0; o < bias.length; o++) {
      // −0 would become 0 by adding 0 · weight: it starts as 0.
      bias[o] += 0f;
    }
  }

  int inputs() {
    return weights.length;
  }

  int outputs() {
    return bias.length;
  }

  /**
   * Reads the first {@link #inputs()} values of each row of {@code x} and writes the first {@link
   * #outputs()} of each row of {@code y}.
   *
   * @param chosen room for {@link #PANEL} numbers
   */
  void apply(float[][] x, int rows, float[][] y, int[] chosen) {
    int outputs = bias.length;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, y[row], 0, outputs);
    }
    for (int from = 0; from < weights.length; from += PANEL) {
      int to = Math.min(weights.length, from + PANEL);
      for (int row = 0; row < rows; row++) {
        int count = choose(x[row], from, to, chosen);
        addProducts(x[row], chosen, count, y[row]);
      }
    }
    for (int row = 0; row < rows; row++) {
      activate(y[row], outputs);
    }
  }

  /** Collects the inputs that count, without a branch that no processor could foresee. */
  private int choose(float[] x, int from, int to, int[] chosen) {
    int count = 0;
    int always = skipsZeros ? 0 : 1;
    for (int i = from; i < to; i++) {
      int magnitude = Float.floatToRawIntBits(x[i]) << 1;
      chosen[count] = i;
      count += ((magnitude | -magnitude) >>> 31) | always;
    }
    return count;
  }

  private void addProducts(float[] x, int[] chosen, int count, float[] sums) {
    float[][] w = weights;
    int p = 0;
    for (; p + 4 <= count; p += 4) {
      int i = chosen[p];
      int j = chosen[p + 1];
      int k = chosen[p + 2];
      int l = chosen[p + 3];
      WeightedRows.add(sums, x[i], w[i], x[j], w[j], x[k], w[k], x[l], w[l]);
    }
    if (p + 2 <= count) {
      int i = chosen[p];
      int j = chosen[p + 1];
      WeightedRows.add(sums, x[i], w[i], x[j], w[j]);
      p += 2;
    }
    if (p < count) {
      int i = chosen[p];
      WeightedRows.add(sums, x[i], w[i]);
    }
  }

  private void activate(float[] sums, int outputs) {
    switch (activation) {
      case NONE -> {
        // They are the outputs.
      }
      case RELU -> {
        for (int o = 0; o < outputs; o++) {
          sums[o] = Math.max(0f, sums[o]);
        }
      }
      case SIGMOID -> {
        for (int o = 0; o < outputs; o++) {
          sums[o] = (float) (1 / (1 + Math.exp(-sums[o])));
        }
      }
    }
  }
}
