package io.civae.testkit.internal.linear;

/** A linear map with bias, {@code Wx + b}. */
final class LinearLayer {

  private final float[] weight;
  private final float[] bias;

  LinearLayer(float[] weight, float[] bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /** The weight W, {@code outputs · inputs} values, row-major. */
  float[] weight() {
    return weight;
  }

  /** The bias b, {@code outputs} values. */
  float[] bias() {
    return bias;
  }

  static LinearLayer rounded(double[][] weight, double[] bias) {
    int inputs = weight[0].length;
    float[] flat = new float[weight.length * inputs];
    float[] offsets = new float[bias.length];
    for (int o = 0; o < weight.length; o++) {
      offsets[o] = (float) bias[o];
      for (int i = 0; i < inputs; i++) {
        flat[o * inputs + i] = (float) weight[o][i];
      }
    }
    return new LinearLayer(flat, offsets);
  }

  int outputs() {
    return bias.length;
  }

  int inputs() {
    return weight.length / bias.length;
  }

  double[] apply(double[] x) {
    double[] y = new double[bias.length];
    for (int o = 0; o < y.length; o++) {
      double sum = bias[o];
      for (int i = 0; i < x.length; i++) {
        sum += weight[o * x.length + i] * x[i];
      }
      y[o] = sum;
    }
    return y;
  }
}
