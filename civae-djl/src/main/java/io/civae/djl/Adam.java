package io.civae.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Collection;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) with the L2 penalty in the gradient: β₁ 0.9, β₂ 0.999, ε 1e-8, both
 * moments corrected for their start at 0. The moments are ours, so nothing of the state hides in an
 * engine.
 */
abstract class Adam {

  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double clipping;
  private long updates;

  /** {@code clipping} is the largest norm of a step's gradient, 0 for no limit. */
  Adam(double clipping) {
    this.clipping = clipping;
  }

  /**
   * An optimiser of the parameters that are trained: on memory shared with the engine where it
   * shares its memory, else by the engine's own update.
   */
  static Adam of(
      Collection<Parameter> parameters, double weightDecay, double clipping, NDManager session) {
    List<Parameter> trained = parameters.stream().filter(Parameter::requiresGradient).toList();
    return trained.stream().allMatch(parameter -> SharedMemory.isSharedBy(parameter.getArray()))
        ? new SharedMemoryAdam(trained, weightDecay, clipping)
        : new EngineAdam(trained, weightDecay, clipping, session);
  }

  /** Moves every parameter by its gradient, which is used up; {@code scope} is the step's. */
  final void update(double learningRate, NDManager scope) {
    updates++;
    takeGradients(scope);
    double firstCorrection = 1 - Math.pow(BETA_1, (double) updates);
    double secondCorrection = Math.sqrt(1 - Math.pow(BETA_2, (double) updates));
    // ε is added to the uncorrected root; corrected alike it is the ε of the corrected one.
    apply(
        (float) (learningRate * secondCorrection / firstCorrection),
        (float) (EPSILON * secondCorrection),
        gradientScale());
  }

  /**
   * What the gradient is multiplied by to be no longer than allowed. A norm that is not a number
   * leaves it alone: the next loss tells of it.
   */
  private float gradientScale() {
    if (clipping == 0) {
      return 1;
    }
    double norm = Math.sqrt(squaredGradientNorm());
    return norm > clipping ? (float) (clipping / norm) : 1;
  }

  /** The sum of squares of the first {@code size} values, in their order. */
  static double squaredNorm(float[] values, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  /** Gets hold of the gradients, which then belong to the step's scope. */
  abstract void takeGradients(NDManager scope);

  /** Over all parameters together; the same bits for the same gradients. */
  abstract double squaredGradientNorm();

  /**
   * {@code w ← w − rate · m / (√v + epsilon)} with uncorrected moments m and v of the gradient
   * times {@code gradientScale}.
   */
  abstract void apply(float rate, float epsilon, float gradientScale);
}
