package io.civae.djl;

import ai.djl.nn.Parameter;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parameters a network has. The order is fixed and puts the discriminator last, so that a
 * CI-VAE and its plain VAE of the same seed start from the same encoder and decoder.
 */
final class NetworkLayout {

  static final String ENCODER = "encoder";
  static final String DECODER = "decoder";
  static final String MEAN = "encoder.mean";
  static final String LOG_VARIANCE = "encoder.logVariance";
  static final String OUTPUT = "decoder.output";
  static final String DISPERSION = "decoder.dispersion";
  static final String ZERO = "decoder.zero";
  static final String DISCRIMINATOR = "discriminator";

  private final CiVaeConfig config;
  private final int featureCount;
  private final int classCount;

  NetworkLayout(CiVaeConfig config, int featureCount, int classCount) {
    if (featureCount < 1) {
      throw new IllegalArgumentException("featureCount (" + featureCount + ") must be at least 1");
    }
    if (classCount < 0) {
      throw new IllegalArgumentException("classCount (" + classCount + ") must not be negative");
    }
    this.config = config;
    this.featureCount = featureCount;
    this.classCount = classCount;
  }

  /** The layout the given parameters ask for, checked against every name and shape. */
  static NetworkLayout of(CiVaeConfig config, NetworkParameters parameters) {
    int classes =
        parameters.contains(DISCRIMINATOR + ".bias")
            ? parameters.get(DISCRIMINATOR + ".bias").size()
            : 0;
    NetworkLayout layout =
        new NetworkLayout(config, parameters.get(OUTPUT + ".bias").size(), classes);
    for (ParameterSpec spec : layout.specs()) {
      Tensor tensor = parameters.get(spec.name());
      if (!Arrays.equals(tensor.shape(), spec.dimensions())) {
        throw new IllegalArgumentException(
            "parameter "
                + spec.name()
                + " has shape "
                + Arrays.toString(tensor.shape())
                + "; the configuration asks for "
                + Arrays.toString(spec.dimensions()));
      }
    }
    return layout;
  }

  static String hidden(String part, int layer) {
    return part + ".hidden." + layer;
  }

  int featureCount() {
    return featureCount;
  }

  int classCount() {
    return classCount;
  }

  CiVaeConfig config() {
    return config;
  }

  /** Whether hidden layers' biases are without effect: the batch mean takes them away again. */
  static boolean biasesVanish(CiVaeConfig config) {
    return config.batchNormalization() == BatchNormalization.BEFORE_ACTIVATION;
  }

  static boolean hasAddedZeros(CiVaeConfig config) {
    return config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL;
  }

  List<ParameterSpec> specs() {
    List<ParameterSpec> specs = new ArrayList<>();
    int latent = config.latentDim();
    BatchNormalization norm = config.batchNormalization();
    int width = addHidden(specs, ENCODER, featureCount, config.hiddenLayers(), norm);
    addLinear(specs, MEAN, latent, width);
    addLinear(specs, LOG_VARIANCE, latent, width);
    width = addHidden(specs, DECODER, latent, config.decoderLayers(), norm);
    addLinear(specs, OUTPUT, featureCount, width);
    if (config.likelihood().isOfCounts()) {
      specs.add(ParameterSpec.logDispersion(DISPERSION, featureCount));
    }
    if (hasAddedZeros(config)) {
      addLinear(specs, ZERO, featureCount, width);
    }
    if (classCount > 0) {
      addLinear(specs, DISCRIMINATOR, classCount, latent);
    }
    return specs;
  }

  /** Adds the hidden layers of a part and returns the width of the last one. */
  static int addHidden(
      List<ParameterSpec> specs,
      String part,
      int inputs,
      int[] widths,
      BatchNormalization normalization) {
    int width = inputs;
    for (int i = 0; i < widths.length; i++) {
      String layer = hidden(part, i);
      addLinear(specs, layer, widths[i], width);
      width = widths[i];
      if (normalization != BatchNormalization.NONE) {
        specs.add(ParameterSpec.norm(layer + ".norm.scale", Parameter.Type.GAMMA, width));
        specs.add(ParameterSpec.norm(layer + ".norm.shift", Parameter.Type.BETA, width));
        specs.add(ParameterSpec.norm(layer + ".norm.mean", Parameter.Type.RUNNING_MEAN, width));
        specs.add(ParameterSpec.norm(layer + ".norm.variance", Parameter.Type.RUNNING_VAR, width));
      }
    }
    return width;
  }

  static void addLinear(List<ParameterSpec> specs, String layer, int outputs, int inputs) {
    specs.add(ParameterSpec.weight(layer, outputs, inputs));
    specs.add(ParameterSpec.bias(layer, outputs, inputs));
  }
}
