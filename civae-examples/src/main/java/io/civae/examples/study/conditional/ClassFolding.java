package io.civae.examples.study.conditional;

import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes of a network that is told the class one for a given class: of {@code W [x; y] + b} with y
 * one-hot at c, {@code W_x x + (b + W_y,c)} is left.
 */
final class ClassFolding {

  private ClassFolding() {}

  /** The first layers of both parts with the class's column folded in, the others as they are. */
  static NetworkParameters fold(
      NetworkParameters encoder, NetworkParameters decoder, int classes, int classIndex) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    take(encoder, "encoder", tensors);
    take(decoder, "decoder", tensors);
    List<String> first =
        encoder.hiddenLayers("encoder") > 0
            ? List.of("encoder.hidden.0")
            : List.of("encoder.mean", "encoder.logVariance");
    first.forEach(layer -> fold(encoder, layer, classes, classIndex, tensors));
    String firstOfDecoder =
        decoder.hiddenLayers("decoder") > 0 ? "decoder.hidden.0" : "decoder.output";
    fold(decoder, firstOfDecoder, classes, classIndex, tensors);
    int latentDim = encoder.get("encoder.mean.bias").size();
    // Never trained, as beta(0) has it: equal probabilities.
    tensors.put(
        "discriminator.weight", Tensor.of(new float[classes * latentDim], classes, latentDim));
    tensors.put("discriminator.bias", Tensor.of(new float[classes], classes));
    return NetworkParameters.of(tensors);
  }

  private static void take(NetworkParameters from, String part, Map<String, Tensor> tensors) {
    for (String name : from.names()) {
      if (name.startsWith(part + ".")) {
        tensors.put(name, from.get(name));
      }
    }
  }

  private static void fold(
      NetworkParameters from,
      String layer,
      int classes,
      int classIndex,
      Map<String, Tensor> tensors) {
    Tensor weight = from.get(layer + ".weight");
    float[] values = weight.values();
    float[] bias = from.get(layer + ".bias").values();
    int outputs = weight.dimension(0);
    int inputs = weight.dimension(1) - classes;
    float[] kept = new float[outputs * inputs];
    for (int o = 0; o < outputs; o++) {
      int row = o * (inputs + classes);
      System.arraycopy(values, row, kept, o * inputs, inputs);
      bias[o] += values[row + inputs + classIndex];
    }
    tensors.put(layer + ".weight", Tensor.of(kept, outputs, inputs));
    tensors.put(layer + ".bias", Tensor.of(bias, outputs));
  }
}
