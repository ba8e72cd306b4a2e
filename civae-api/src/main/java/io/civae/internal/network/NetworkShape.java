package io.civae.internal.network;

import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks that parameters make up a whole network of the expected outer shape. */
public final class NetworkShape {

  private static final String[] NORM = {".scale", ".shift", ".mean", ".variance"};

  private final NetworkParameters parameters;
  private final Set<String> unexpected;

  private NetworkShape(NetworkParameters parameters) {
    this.parameters = parameters;
    this.unexpected = new LinkedHashSet<>(parameters.names());
  }

  /**
   * Checks names, shapes and values.
   *
   * @param config of the network; its latent size and its likelihood count, not its layers
   * @param parameters of a network
   * @param features the number d of features
   * @param classes the number k of classes
   * @throws IllegalArgumentException if a parameter is missing, unexpected, of the wrong shape or
   *     not finite; the message names it
   */
  public static void check(
      CiVaeConfig config, NetworkParameters parameters, int features, int classes) {
    NetworkShape shape = new NetworkShape(parameters);
    int latentDim = config.latentDim();
    int encoded = shape.hidden("encoder", features);
    shape.linear("encoder.mean", encoded, latentDim);
    shape.linear("encoder.logVariance", encoded, latentDim);
    int decoded = shape.hidden("decoder", latentDim);
    shape.linear("decoder.output", decoded, features);
    if (config.likelihood().isOfCounts()) {
      shape.tensor("decoder.dispersion", features);
    }
    if (config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL) {
      shape.linear("decoder.zero", decoded, features);
    }
    if (classes > 0) {
      shape.linear("discriminator", latentDim, classes);
    }
    shape.checkNothingElse();
  }

  /**
   * Checks names, shapes and values of a classifier.
   *
   * @param parameters of a classifier
   * @param features the number d of features
   * @param classes the number k of classes
   * @throws IllegalArgumentException if a parameter is missing, unexpected, of the wrong shape or
   *     not finite; the message names it
   */
  public static void checkClassifier(NetworkParameters parameters, int features, int classes) {
    NetworkShape shape = new NetworkShape(parameters);
    int hidden = shape.hidden("classifier", features);
    shape.linear("classifier.output", hidden, classes);
    shape.checkNothingElse();
  }

  private void checkNothingElse() {
    if (!unexpected.isEmpty()) {
      throw new IllegalArgumentException("parameters " + unexpected + " are not expected");
    }
  }

  private int hidden(String part, int inputs) {
    int width = inputs;
    int count = parameters.hiddenLayers(part);
    for (int layer = 0; layer < count; layer++) {
      String name = part + ".hidden." + layer;
      int outputs = parameters.get(name + ".weight").dimension(0);
      linear(name, width, outputs);
      if (parameters.contains(name + ".norm.scale")) {
        for (String suffix : NORM) {
          tensor(name + ".norm" + suffix, outputs);
        }
        checkVariance(name + ".norm.variance");
      }
      width = outputs;
    }
    return width;
  }

  private void linear(String name, int inputs, int outputs) {
    tensor(name + ".weight", outputs, inputs);
    tensor(name + ".bias", outputs);
  }

  private void tensor(String name, int... shape) {
    Tensor tensor = parameters.get(name);
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new IllegalArgumentException(
          "parameter "
              + name
              + " has shape "
              + Arrays.toString(tensor.shape())
              + "; expected "
              + Arrays.toString(shape));
    }
    float[] values = tensor.values();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "parameter " + name + " at position " + i + " (" + values[i] + ") must be finite");
      }
    }
    unexpected.remove(name);
  }

  private void checkVariance(String name) {
    for (float variance : parameters.get(name).values()) {
      if (!(variance >= 0)) {
        throw new IllegalArgumentException(
            "parameter " + name + " (" + variance + ") must be non-negative");
      }
    }
  }
}
