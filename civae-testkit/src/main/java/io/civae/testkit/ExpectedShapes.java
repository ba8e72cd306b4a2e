package io.civae.testkit;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and shapes of the parameters of a network, as {@code NetworkParameters} lists them. */
final class ExpectedShapes {

  private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();
  private final boolean normalized;

  private ExpectedShapes(boolean normalized) {
    this.normalized = normalized;
  }

  static Map<String, List<Integer>> of(
      CiVaeConfig config, boolean hiddenLayers, int features, int classes) {
    ExpectedShapes expected =
        new ExpectedShapes(config.batchNormalization() != BatchNormalization.NONE);
    int[] encoder = hiddenLayers ? config.hiddenLayers() : new int[0];
    int[] decoder = hiddenLayers ? config.decoderLayers() : new int[0];
    int encoded = expected.hidden("encoder", features, encoder);
    expected.linear("encoder.mean", encoded, config.latentDim());
    expected.linear("encoder.logVariance", encoded, config.latentDim());
    int decoded = expected.hidden("decoder", config.latentDim(), decoder);
    expected.linear("decoder.output", decoded, features);
    if (config.likelihood().isOfCounts()) {
      expected.shapes.put("decoder.dispersion", List.of(features));
    }
    if (config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL) {
      expected.linear("decoder.zero", decoded, features);
    }
    if (classes > 0) {
      expected.linear("discriminator", config.latentDim(), classes);
    }
    return expected.shapes;
  }

  static Map<String, List<Integer>> ofClassifier(
      CiVaeConfig config, boolean hiddenLayers, int features, int classes) {
    ExpectedShapes expected =
        new ExpectedShapes(config.batchNormalization() != BatchNormalization.NONE);
    int[] widths = hiddenLayers ? config.hiddenLayers() : new int[0];
    expected.linear("classifier.output", expected.hidden("classifier", features, widths), classes);
    return expected.shapes;
  }

  private int hidden(String part, int inputs, int[] widths) {
    int width = inputs;
    for (int layer = 0; layer < widths.length; layer++) {
      String name = part + ".hidden." + layer;
      linear(name, width, widths[layer]);
      if (normalized) {
        for (String parameter : List.of("scale", "shift", "mean", "variance")) {
          shapes.put(name + ".norm." + parameter, List.of(widths[layer]));
        }
      }
      width = widths[layer];
    }
    return width;
  }

  private void linear(String name, int inputs, int outputs) {
    shapes.put(name + ".weight", List.of(outputs, inputs));
    shapes.put(name + ".bias", List.of(outputs));
  }
}
