package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.civae.BatchNormalization;
import java.util.ArrayList;
import java.util.List;

/** The hidden layers of the encoder or the decoder, one after the other. */
final class HiddenStack {

  private final List<HiddenLayer> layers = new ArrayList<>();

  HiddenStack(String part, int depth, BatchNormalization place, ParameterFactory factory) {
    for (int i = 0; i < depth; i++) {
      layers.add(HiddenLayer.of(NetworkLayout.hidden(part, i), place, factory));
    }
  }

  List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** The last layer's output; {@code masks} has one mask for each layer or is empty. */
  NDArray forward(ParameterStore store, NDArray x, boolean training, List<NDArray> masks) {
    NDArray h = x;
    for (int i = 0; i < layers.size(); i++) {
      h = layers.get(i).forward(store, h, training, masks.isEmpty() ? null : masks.get(i));
    }
    return h;
  }
}
