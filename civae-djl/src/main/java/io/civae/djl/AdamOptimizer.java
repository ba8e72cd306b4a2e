package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) with the L2 penalty in the gradient; the moments are arrays of ours,
 * the update is the engine's fused one.
 */
final class AdamOptimizer {

  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final float KEEP_GRADIENT_SCALE = 1;
  private static final float NO_CLIPPING = -1;

  private final float weightDecay;
  private final List<Slot> slots = new ArrayList<>();
  private long updates;

  AdamOptimizer(Collection<Parameter> parameters, double weightDecay, NDManager session) {
    this.weightDecay = (float) weightDecay;
    for (Parameter parameter : parameters) {
      if (parameter.requiresGradient()) {
        NDArray weight = parameter.getArray();
        slots.add(
            new Slot(weight, session.zeros(weight.getShape()), session.zeros(weight.getShape())));
      }
    }
  }

  void update(double learningRate, NDManager scope) {
    updates++;
    double firstCorrection = 1 - Math.pow(BETA_1, (double) updates);
    double secondCorrection = Math.sqrt(1 - Math.pow(BETA_2, (double) updates));
    float corrected = (float) (learningRate * secondCorrection / firstCorrection);
    // The engines add ε to the uncorrected root; corrected alike it is ε of the corrected one.
    float epsilon = (float) (EPSILON * secondCorrection);
    for (Slot slot : slots) {
      NDArray gradient = slot.weight.getGradient();
      gradient.attach(scope);
      slot.weight
          .getNDArrayInternal()
          .adamUpdate(
              new NDList(slot.weight, gradient, slot.mean, slot.variance),
              new NDList(slot.weight),
              (float) learningRate,
              corrected,
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
