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

  private long updates;

  /**
   * An optimiser of the parameters that are trained: on memory shared with the engine where it
   * shares its memory, else by the engine's own update.
   */
  static Adam of(Collection<Parameter> parameters, double weightDecay, NDManager session) {
    List<Parameter> trained = parameters.stream().filter(Parameter::requiresGradient).toList();
    return trained.stream().allMatch(parameter -> SharedMemory.isSharedBy(parameter.getArray()))
        ? new SharedMemoryAdam(trained, weightDecay)
        : new EngineAdam(trained, weightDecay, session);
  }

  /** Moves every parameter by its gradient, which is used up; {@code scope} is the step's. */
  final void update(double learningRate, NDManager scope) {
    updates++;
    double firstCorrection = 1 - Math.pow(BETA_1, (double) updates);
    double secondCorrection = Math.sqrt(1 - Math.pow(BETA_2, (double) updates));
    // ε is added to the uncorrected root; corrected alike it is the ε of the corrected one.
    apply(
        (float) (learningRate * secondCorrection / firstCorrection),
        (float) (EPSILON * secondCorrection),
        scope);
  }

  /** {@code w ← w − rate · m / (√v + epsilon)} with uncorrected moments m and v. */
  abstract void apply(float rate, float epsilon, NDManager scope);
}
