package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Adam by the engine's own update, one array after the other. */
final class EngineAdam extends Adam {

  private static final float KEEP_GRADIENT_SCALE = 1;
  private static final float NO_CLIPPING = -1;

  private final float weightDecay;
  private final List<Slot> slots = new ArrayList<>();

  EngineAdam(List<Parameter> parameters, double weightDecay, NDManager session) {
    this.weightDecay = (float) weightDecay;
    for (Parameter parameter : parameters) {
      NDArray weight = parameter.getArray();
      slots.add(
          new Slot(weight, session.zeros(weight.getShape()), session.zeros(weight.getShape())));
    }
  }

  @Override
  void apply(float rate, float epsilon, NDManager scope) {
    for (Slot slot : slots) {
      NDArray gradient = slot.weight.getGradient();
      gradient.attach(scope);
      // The rate before correction serves only the variant with decoupled decay.
      slot.weight
          .getNDArrayInternal()
          .adamUpdate(
              new NDList(slot.weight, gradient, slot.mean, slot.variance),
              new NDList(slot.weight),
              rate,
              rate,
              weightDecay,
              KEEP_GRADIENT_SCALE,
              NO_CLIPPING,
              (float) BETA_1,
              (float) BETA_2,
              epsilon,
              false,
              false);
    }
  }

  private record Slot(NDArray weight, NDArray mean, NDArray variance) {}
}
