package io.civae.internal.network;

import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Arrays;

/**
 * The forward pass of one row, in doubles, straight from the formulas of {@link NetworkParameters}:
 * nothing folded, nothing shared with the code under test.
 */
final class NetworkOracle {

  private final CiVaeConfig config;
  private final NetworkParameters parameters;

  NetworkOracle(CiVaeConfig config, NetworkParameters parameters) {
    this.config = config;
    this.parameters = parameters;
  }

  double[] mean(double[] x) {
    return linear("encoder.mean", hidden("encoder", config.hiddenLayers().length, x));
  }

  double[] logVariance(double[] x) {
    double[] values =
        linear("encoder.logVariance", hidden("encoder", config.hiddenLayers().length, x));
    for (int j = 0; j < values.length; j++) {
      values[j] = Math.max(-16, Math.min(8, values[j]));
    }
    return values;
  }

  double[] decode(double[] z) {
    double[] values = linear("decoder.output", hidden("decoder", config.decoderLayers().length, z));
    if (config.outputActivation() == OutputActivation.SIGMOID) {
      for (int j = 0; j < values.length; j++) {
        values[j] = 1 / (1 + Math.exp(-values[j]));
      }
    }
    return config.likelihood().isOfCounts() ? shares(values, z) : values;
  }

  private double[] shares(double[] a, double[] z) {
    double total = Arrays.stream(a).map(Math::exp).sum();
    double[] shares = Arrays.stream(a).map(value -> Math.exp(value) / total).toArray();
    if (config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL) {
      double[] l = linear("decoder.zero", hidden("decoder", config.decoderLayers().length, z));
      Arrays.setAll(shares, j -> shares[j] * (1 - 1 / (1 + Math.exp(-l[j]))));
    }
    return shares;
  }

  double[] logits(double[] z) {
    return linear("discriminator", z);
  }

  private double[] hidden(String part, int layers, double[] input) {
    double[] values = input;
    for (int layer = 0; layer < layers; layer++) {
      String name = part + ".hidden." + layer;
      values = linear(name, values);
      switch (config.batchNormalization()) {
        case BEFORE_ACTIVATION -> values = relu(normalised(name + ".norm", values));
        case AFTER_ACTIVATION -> values = normalised(name + ".norm", relu(values));
        case NONE -> values = relu(values);
      }
    }
    return values;
  }

  private double[] linear(String name, double[] input) {
    Tensor weight = parameters.get(name + ".weight");
    float[] w = weight.values();
    float[] bias = parameters.get(name + ".bias").values();
    double[] output = new double[bias.length];
    for (int o = 0; o < output.length; o++) {
      output[o] = bias[o];
      for (int i = 0; i < input.length; i++) {
        output[o] += (double) w[o * input.length + i] * input[i];
      }
    }
    return output;
  }

  private double[] normalised(String name, double[] input) {
    float[] scale = parameters.get(name + ".scale").values();
    float[] shift = parameters.get(name + ".shift").values();
    float[] mean = parameters.get(name + ".mean").values();
    float[] variance = parameters.get(name + ".variance").values();
    double[] output = new double[input.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = (input[i] - mean[i]) / Math.sqrt(variance[i] + 1e-5) * scale[i] + shift[i];
    }
    return output;
  }

  private static double[] relu(double[] input) {
    double[] output = new double[input.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.max(0, input[i]);
    }
    return output;
  }
}
