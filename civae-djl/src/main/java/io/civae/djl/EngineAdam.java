package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adam by the engine's own update, one array after the other. */
final class EngineAdam extends Adam {

  private static final float NO_CLIPPING = -1;

  private final float weightDecay;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  EngineAdam(List<Parameter> parameters, double weightDecay, double clipping, NDManager session) {
    super(parameters, clipping);
    this.weightDecay = (float) weightDecay;
    for (Parameter parameter : parameters) {
      NDArray weight = parameter.getArray();
      slots.put(
          parameter.getName(),
          new Slot(weight, session.zeros(weight.getShape()), session.zeros(weight.getShape())));
    }
  }

  @Override
  void takeGradients(NDManager scope) {
    for (Slot slot : slots.values()) {
      slot.gradient = slot.weight.getGradient();
      slot.gradient.attach(scope);
    }
  }

  @Override
  double squaredGradientNorm() {
    double sum = 0;
    for (Slot slot : slots.values()) {
      // Summed in Java: both engines then shorten alike, whatever the number of threads.
      float[] values = slot.gradient.toFloatArray();
      sum += squaredNorm(values, values.length);
    }
    return sum;
  }

  @Override
  void apply(float rate, float epsilon, float gradientScale) {
    for (Slot slot : slots.values()) {
      // The rate before correction serves only the variant with decoupled decay.
      slot.weight
          .getNDArrayInternal()
          .adamUpdate(
              new NDList(slot.weight, slot.gradient, slot.mean, slot.variance),
              new NDList(slot.weight),
              rate,
              rate,
              weightDecay,
              gradientScale,
              NO_CLIPPING,
              (float) BETA_1,
              (float) BETA_2,
              epsilon,
              false,
              false);
    }
  }

  @Override
  float[] mean(Parameter parameter) {
    return slot(parameter).mean.toFloatArray();
  }

  @Override
  float[] variance(Parameter parameter) {
    return slot(parameter).variance.toFloatArray();
  }

  @Override
  void set(Parameter parameter, float[] mean, float[] variance) {
    slot(parameter).mean.set(mean);
    slot(parameter).variance.set(variance);
  }

  private Slot slot(Parameter parameter) {
    return Objects.requireNonNull(slots.get(parameter.getName()), "every parameter has one");
  }

  /** One parameter with its moments, and its gradient during a step. */
  private static final class Slot {

    private final NDArray weight;
    private final NDArray mean;
    private final NDArray variance;
    private NDArray gradient;

    Slot(NDArray weight, NDArray mean, NDArray variance) {
      this.weight = weight;
      this.mean = mean;
      this.variance = variance;
      gradient = weight;
    }
  }
}
