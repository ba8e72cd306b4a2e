package io.civae.djl;

import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;

/** {@code y = x · Wᵀ}, forward and backward, for batches of so many rows. */
final class LinearPass {

  private final NetworkArray weight;
  private final EngineMatrix input;
  private final EngineMatrix output;
  private final EngineMatrix outputGradient;
  private final @Nullable EngineMatrix inputGradient;

  /** {@code ofInput} asks for the gradient of the input too. */
  LinearPass(
      NetworkArray weight, EngineMatrix input, int rows, boolean ofInput, NDManager session) {
    this.weight = weight;
    this.input = input;
    int outputs = Math.toIntExact(weight.parameter().getArray().getShape().get(0));
    output = new EngineMatrix(session, rows, outputs);
    outputGradient = new EngineMatrix(session, rows, outputs);
    inputGradient = ofInput ? new EngineMatrix(session, rows, input.columns()) : null;
  }

  /** Begins the product. */
  void forward() {
    output.timesTransposed(input, weight.matrix());
  }

  /** Begins the products; that of the weights, which nothing waits for, last. */
  void backward() {
    if (inputGradient != null) {
      inputGradient.times(outputGradient, weight.matrix());
    }
    weight.gradientMatrix().transposedTimes(outputGradient, input);
  }

  /** What {@link #forward} came to, without a bias. */
  EngineMatrix output() {
    return output;
  }

  /** To be filled before {@link #backward}. */
  EngineMatrix outputGradient() {
    return outputGradient;
  }

  /** What {@link #backward} came to. */
  EngineMatrix inputGradient() {
    if (inputGradient == null) {
      throw new IllegalStateException("the gradient of the input must have been asked for");
    }
    return inputGradient;
  }
}
