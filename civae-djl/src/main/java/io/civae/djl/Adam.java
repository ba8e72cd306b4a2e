package io.civae.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba, 2015) with the L2 penalty in the gradient: β₁ 0.9, β₂ 0.999, ε 1e-8, both
 * moments corrected for their start at 0. The moments are ours, so nothing of the state hides in an
 * engine.
 */
abstract class Adam {

  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private static final String MEAN = "mean.";
  private static final String VARIANCE = "variance.";

  private final List<Parameter> trained;
  private final double clipping;
  private long updates;

  /** {@code clipping} is the largest norm of a step's gradient, 0 for no limit. */
  Adam(List<Parameter> trained, double clipping) {
    this.trained = trained;
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

  /** Both moments of every parameter, by name. */
  final Map<String, Tensor> moments() {
    Map<String, Tensor> moments = new LinkedHashMap<>();
    for (Parameter parameter : trained) {
      int[] shape =
          Arrays.stream(parameter.getArray().getShape().getShape())
              .mapToInt(Math::toIntExact)
              .toArray();
      moments.put(MEAN + parameter.getName(), Tensor.of(mean(parameter), shape));
      moments.put(VARIANCE + parameter.getName(), Tensor.of(variance(parameter), shape));
    }
    return moments;
  }

  /**
   * Goes on from the moments after so many updates.
   *
   * @throws IllegalArgumentException if they are not those of these parameters
   */
  final void restore(Map<String, Tensor> moments, long updatesBefore) {
    updates = updatesBefore;
    if (updates == 0 && moments.isEmpty()) {
      return;
    }
    if (moments.size() != 2 * trained.size()) {
      throw new IllegalArgumentException(
          "the optimiser has " + moments.size() + " arrays; " + 2 * trained.size() + " are needed");
    }
    for (Parameter parameter : trained) {
      set(parameter, moment(moments, MEAN, parameter), moment(moments, VARIANCE, parameter));
    }
  }

  private static float[] moment(Map<String, Tensor> moments, String kind, Parameter parameter) {
    Tensor moment = moments.get(kind + parameter.getName());
    if (moment == null || moment.size() != parameter.getArray().size()) {
      throw new IllegalArgumentException(
          "the optimiser's array "
              + kind
              + parameter.getName()
              + " ("
              + moment
              + ") must be of shape "
              + parameter.getArray().getShape());
    }
    return moment.values();
  }

  abstract float[] mean(Parameter parameter);

  abstract float[] variance(Parameter parameter);

  abstract void set(Parameter parameter, float[] mean, float[] variance);

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
