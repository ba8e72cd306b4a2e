package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.civae.BatchNormalization;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Linear, batch normalisation before or after ReLU or not at all, dropout. */
final class HiddenLayer {

  private final LinearLayer linear;
  private final @Nullable NormLayer norm;
  private final boolean normFirst;

  private HiddenLayer(LinearLayer linear, @Nullable NormLayer norm, boolean normFirst) {
    this.linear = linear;
    this.norm = norm;
    this.normFirst = normFirst;
  }

  static HiddenLayer of(String name, BatchNormalization place, ParameterFactory factory) {
    return switch (place) {
      case BEFORE_ACTIVATION ->
          new HiddenLayer(
              LinearLayer.withoutBias(name, factory),
              NormLayer.absorbing(name + ".bias", name + ".norm", factory),
              true);
      case AFTER_ACTIVATION ->
          new HiddenLayer(
              LinearLayer.of(name, factory), NormLayer.of(name + ".norm", factory), false);
      case NONE -> new HiddenLayer(LinearLayer.of(name, factory), null, false);
    };
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(linear.parameters());
    if (norm != null) {
      parameters.addAll(norm.parameters());
    }
    return parameters;
  }

  /** The layer's output; {@code mask} is the dropout mask or null. */
  NDArray forward(ParameterStore store, NDArray x, boolean training, @Nullable NDArray mask) {
    NDArray h = linear.forward(store, x, training);
    if (norm != null && normFirst) {
      h = norm.forward(store, h, training);
    }
    h = Activation.relu(h);
    if (norm != null && !normFirst) {
      h = norm.forward(store, h, training);
    }
    return mask == null ? h : h.mul(mask);
  }
}
