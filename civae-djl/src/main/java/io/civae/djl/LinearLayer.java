package io.civae.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** y = x·Wᵀ + b, or without b where batch normalisation would take it away again. */
final class LinearLayer {

  private final Parameter weight;
  private final @Nullable Parameter bias;

  private LinearLayer(Parameter weight, @Nullable Parameter bias) {
    this.weight = weight;
    this.bias = bias;
  }

  static LinearLayer of(String name, ParameterFactory factory) {
    return new LinearLayer(
        factory.trained(name + ".weight", Parameter.Type.WEIGHT),
        factory.trained(name + ".bias", Parameter.Type.BIAS));
  }

  static LinearLayer withoutBias(String name, ParameterFactory factory) {
    return new LinearLayer(factory.trained(name + ".weight", Parameter.Type.WEIGHT), null);
  }

  static LinearLayer frozen(String name, ParameterFactory factory) {
    return new LinearLayer(
        factory.fixed(name + ".weight", Parameter.Type.WEIGHT),
        factory.fixed(name + ".bias", Parameter.Type.BIAS));
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(weight);
    if (bias != null) {
      parameters.add(bias);
    }
    return parameters;
  }

  NDArray forward(ParameterStore store, NDArray x, boolean training) {
    Device device = x.getDevice();
    NDArray w = store.getValue(weight, device, training);
    return bias == null
        ? Linear.linear(x, w).singletonOrThrow()
        : Linear.linear(x, w, store.getValue(bias, device, training)).singletonOrThrow();
  }

  /**
   * The transposed output {@code [outputs, rows]}, at the same price: weights and input change
   * places. Only for a layer without b.
   */
  NDArray forwardTransposed(ParameterStore store, NDArray x, boolean training) {
    NDArray w = store.getValue(weight, x.getDevice(), training);
    NDArray y = Linear.linear(w, x).singletonOrThrow();
    // An array belongs to the scope of the first operand, which here outlives the pass.
    y.attach(x.getManager());
    return y;
  }
}
