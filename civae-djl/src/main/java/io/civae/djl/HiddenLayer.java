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
    NDArray h;
    if (norm == null) {
      h = Activation.relu(linear.forward(store, x, training));
    } else if (normFirst) {
      h = Activation.relu(normalized(norm, store, x, training));
    } else {
      NDArray active = Activation.relu(linear.forward(store, x, training));
      h = norm.forward(store, active, training, NormLayer.COLUMNS);
    }
    return mask == null ? h : h.mul(mask);
  }

  /**
   * MXNet normalises a unit over memory that lies together in half the time, which pays for turning
   * its output round.
   */
  private NDArray normalized(NormLayer before, ParameterStore store, NDArray x, boolean training) {
    if (EngineKind.MXNET.runs(x)) {
      NDArray transposed = linear.forwardTransposed(store, x, training);
      return before.forward(store, transposed, training, NormLayer.ROWS).transpose();
    }
    return before.forward(store, linear.forward(store, x, training), training, NormLayer.COLUMNS);
  }
}
