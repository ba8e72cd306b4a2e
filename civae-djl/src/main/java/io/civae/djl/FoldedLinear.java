package io.civae.djl;

import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;

/** A linear layer into which the batch normalisation around it has been folded, in double. */
final class FoldedLinear {

  private final int outputs;
  private final int inputs;
  private final double[] weight;
  private final double[] bias;

  private FoldedLinear(int outputs, int inputs, double[] weight, double[] bias) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.weight = weight;
    this.bias = bias;
  }

  static FoldedLinear of(NetworkParameters parameters, String name) {
    Tensor weight = parameters.get(name + ".weight");
    return new FoldedLinear(
        weight.dimension(0),
        weight.dimension(1),
        doubles(weight),
        doubles(parameters.get(name + ".bias")));
  }

  static double[] doubles(Tensor tensor) {
    float[] floats = tensor.values();
    double[] values = new double[floats.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i];
    }
    return values;
  }

  /** The layer followed by {@code y · scale + shift}. */
  FoldedLinear then(Affine affine) {
    double[] w = weight.clone();
    double[] b = bias.clone();
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        w[o * inputs + i] *= affine.scale(o);
      }
      b[o] = b[o] * affine.scale(o) + affine.shift(o);
    }
    return new FoldedLinear(outputs, inputs, w, b);
  }

  /** The layer on inputs {@code x · scale + shift}. */
  FoldedLinear after(Affine affine) {
    double[] w = weight.clone();
    double[] b = bias.clone();
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        b[o] += weight[o * inputs + i] * affine.shift(i);
        w[o * inputs + i] *= affine.scale(i);
      }
    }
    return new FoldedLinear(outputs, inputs, w, b);
  }

  /** Both layers on the same input, this one's outputs first. */
  FoldedLinear beside(FoldedLinear other) {
    double[] w = new double[weight.length + other.weight.length];
    System.arraycopy(weight, 0, w, 0, weight.length);
    System.arraycopy(other.weight, 0, w, weight.length, other.weight.length);
    double[] b = new double[outputs + other.outputs];
    System.arraycopy(bias, 0, b, 0, outputs);
    System.arraycopy(other.bias, 0, b, outputs, other.outputs);
    return new FoldedLinear(outputs + other.outputs, inputs, w, b);
  }

  int outputs() {
    return outputs;
  }

  int inputs() {
    return inputs;
  }

  float[] weight() {
    return floats(weight);
  }

  float[] bias() {
    return floats(bias);
  }

  private static float[] floats(double[] doubles) {
    float[] values = new float[doubles.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) doubles[i];
    }
    return values;
  }
}
