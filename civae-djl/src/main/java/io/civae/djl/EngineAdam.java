package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Adam by the engine's own update, one array after the other. */
final class EngineAdam extends Adam {

  private static final float NO_CLIPPING = -1;

  private final float weightDecay;
  private final List<Slot> slots = new ArrayList<>();

  EngineAdam(List<Parameter> parameters, double weightDecay, double clipping, NDManager session) {
    super(clipping);
    this.weightDecay = (float) weightDecay;
    for (Parameter parameter : parameters) {
      NDArray weight = parameter.getArray();
      slots.add(
          new Slot(weight, session.zeros(weight.getShape()), session.zeros(weight.getShape())));
    }
  }

  @Override
  void takeGradients(NDManager scope) {
    for (Slot slot : slots) {
      slot.gradient = slot.weight.getGradient();
      slot.gradient.attach(scope);
    }
  }

  @Override
  double squaredGradientNorm() {
    double sum = 0;
    for (Slot slot : slots) {
      // Summed in Java: both engines then shorten alike, whatever the number of threads.
      float[] values = slot.gradient.toFloatArray();
      sum += squaredNorm(values, values.length);
    }
    return sum;
  }

  @Override
  void apply(float rate, float epsilon, float gradientScale) {
    for (Slot slot : slots) {
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
