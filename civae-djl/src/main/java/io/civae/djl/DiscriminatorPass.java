package io.civae.djl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Logits of a batch and their cross-entropy, forward and backward. */
final class DiscriminatorPass {

  private final LinearPass linear;
  private final NetworkArray bias;
  private final double weight;
  private final int rows;
  private final int classes;
  private final float[] logits;
  private final float[] gradient;
  private final double[] powers;

  /** {@code weight} is β; with 0 there is nothing to go back for. */
  DiscriminatorPass(LinearPass linear, NetworkArray bias, double weight, int rows) {
    this.linear = linear;
    this.bias = bias;
    this.weight = weight;
    this.rows = rows;
    classes = bias.vector().length;
    logits = new float[rows * classes];
    gradient = new float[rows * classes];
    powers = new double[classes];
  }

  /** Without dropout, row after row. */
  float[] logits() {
    return logits;
  }

  boolean isTrained() {
    return weight != 0;
  }

  EngineMatrix inputGradient() {
    return linear.inputGradient();
  }

  /**
   * Begins the gradients' products and returns the cross-entropy {@code −Σ t·log softmax / Σ t}.
   *
   * @param targets t, whose rows may add up to anything
   * @param mask the dropout mask of the logits or null
   */
  double run(float[] targets, float @Nullable [] mask) {
    linear.forward();
    linear.output().await();
    linear.output().values().get(0, logits, 0, logits.length);
    for (int i = 0; i < logits.length; i++) {
      logits[i] += bias.vector()[i % classes];
    }
    double total = 0;
    for (int i = 0; i < logits.length; i++) {
      total += targets[i];
    }
    double divisor = total > 0 ? total : 1;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += row(row * classes, targets, mask, weight / divisor);
    }
    if (isTrained()) {
      backward();
    }
    return sum / divisor;
  }

  private double row(int at, float[] targets, float @Nullable [] mask, double share) {
    double largest = Double.NEGATIVE_INFINITY;
    double targetSum = 0;
    for (int c = 0; c < classes; c++) {
      powers[c] = logits[at + c] * (mask == null ? 1 : mask[at + c]);
      largest = Math.max(largest, powers[c]);
      targetSum += targets[at + c];
    }
    double sum = 0;
    double crossEntropy = 0;
    for (int c = 0; c < classes; c++) {
      crossEntropy -= targets[at + c] * (powers[c] - largest);
      powers[c] = Math.exp(powers[c] - largest);
      sum += powers[c];
    }
    for (int c = 0; c < classes; c++) {
      double ofMasked = share * (targetSum * powers[c] / sum - targets[at + c]);
      gradient[at + c] = (float) (ofMasked * (mask == null ? 1 : mask[at + c]));
    }
    return crossEntropy + targetSum * Math.log(sum);
  }

  private void backward() {
    linear.outputGradient().values().put(0, gradient, 0, gradient.length);
    float[] ofBias = bias.vectorGradient();
    Arrays.fill(ofBias, 0f);
    for (int i = 0; i < gradient.length; i++) {
      ofBias[i % classes] += gradient[i];
    }
    linear.backward();
  }
}
