package io.civae.internal.network;

/**
 * A linear layer with its activation; whatever batch normalisation surrounds it is already folded
 * in.
 *
 * <p>Weights lie input by input, so that the inner loop runs over outputs without a reduction,
 * which the JIT turns into vector instructions. Each output sums its inputs in one fixed order: a
 * row gives the same bits alone and in a batch.
 */
final class DenseLayer {

  enum Activation {
    NONE,
    RELU,
    SIGMOID
  }

  private final float[] weights;
  private final float[] bias;
  private final int inputs;
  private final int outputs;
  private final Activation activation;

  /** Takes ownership of {@code weights}, {@code [inputs][outputs]}, and {@code bias}. */
  DenseLayer(float[] weights, float[] bias, Activation activation) {
    this.weights = weights;
    this.bias = bias;
    this.outputs = bias.length;
    this.inputs = weights.length / bias.length;
    this.activation = activation;
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  /** Reads {@code [rows][inputs]} and writes {@code [rows][outputs]}. */
  void apply(float[] x, int rows, float[] y) {
    int row = 0;
    if (rows >= 4) {
      float[] a = new float[outputs];
      float[] b = new float[outputs];
      float[] c = new float[outputs];
      float[] d = new float[outputs];
      for (; row + 4 <= rows; row += 4) {
        fourRows(x, row * inputs, a, b, c, d);
        store(a, y, row * outputs);
        store(b, y, (row + 1) * outputs);
        store(c, y, (row + 2) * outputs);
        store(d, y, (row + 3) * outputs);
      }
    }
    if (row < rows) {
      float[] a = new float[outputs];
      for (; row < rows; row++) {
        oneRow(x, row * inputs, a);
        store(a, y, row * outputs);
      }
    }
  }

  private void oneRow(float[] x, int at, float[] a) {
    System.arraycopy(bias, 0, a, 0, outputs);
    for (int i = 0; i < inputs; i++) {
      addScaled(a, x[at + i], i * outputs);
    }
  }

  /** Four rows share each weight that is loaded. */
  private void fourRows(float[] x, int at, float[] a, float[] b, float[] c, float[] d) {
    System.arraycopy(bias, 0, a, 0, outputs);
    System.arraycopy(bias, 0, b, 0, outputs);
    System.arraycopy(bias, 0, c, 0, outputs);
    System.arraycopy(bias, 0, d, 0, outputs);
    for (int i = 0; i < inputs; i++) {
      int w = i * outputs;
      addScaled(a, x[at + i], w);
      addScaled(b, x[at + inputs + i], w);
      addScaled(c, x[at + 2 * inputs + i], w);
      addScaled(d, x[at + 3 * inputs + i], w);
    }
  }

  private void addScaled(float[] sum, float factor, int w) {
    // Pixels and rectified units are often 0; adding 0 · weight changes nothing.
    if (factor != 0) {
      for (int o = 0; o < sum.length; o++) {
        sum[o] += factor * weights[w + o];
      }
    }
  }

  private void store(float[] sum, float[] y, int at) {
    switch (activation) {
      case NONE -> System.arraycopy(sum, 0, y, at, sum.length);
      case RELU -> {
        for (int o = 0; o < sum.length; o++) {
          y[at + o] = Math.max(0f, sum[o]);
        }
      }
      case SIGMOID -> {
        for (int o = 0; o < sum.length; o++) {
          y[at + o] = (float) (1 / (1 + Math.exp(-sum[o])));
        }
      }
    }
  }
}
