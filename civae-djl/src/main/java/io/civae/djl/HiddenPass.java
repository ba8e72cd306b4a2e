package io.civae.djl;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hidden layer forward and backward; see {@link HiddenLayer} for what it computes. */
final class HiddenPass {

  private final LinearPass linear;
  private final @Nullable NetworkArray bias;
  private final @Nullable NormArrays norm;
  private final float keptScale;
  private final EngineMatrix output;
  private final int rows;

  /**
   * {@code bias} is null where normalisation comes first; without it {@code norm} is null too or
   * comes after the activation.
   */
  HiddenPass(
      LinearPass linear,
      @Nullable NetworkArray bias,
      @Nullable NormArrays norm,
      float keptScale,
      int rows,
      NDManager session) {
    this.linear = linear;
    this.bias = bias;
    this.norm = norm;
    this.keptScale = keptScale;
    this.rows = rows;
    output = new EngineMatrix(session, rows, linear.output().columns());
  }

  EngineMatrix output() {
    return output;
  }

  EngineMatrix inputGradient() {
    return linear.inputGradient();
  }

  /** {@code mask} is the dropout mask, row after row, or null. */
  void forward(float @Nullable [] mask) {
    linear.forward();
    linear.output().await();
    ColumnBlock.each(rows, output.columns(), block -> forward(block, mask));
  }

  private void forward(ColumnBlock block, float @Nullable [] mask) {
    float[][] h = block.first(linear.output());
    int size = block.size();
    if (bias == null && norm != null) {
      norm.forward(block, h);
    }
    activate(block, h);
    if (bias != null && norm != null) {
      norm.forward(block, h);
    }
    for (int i = 0; mask != null && i < rows; i++) {
      RowLoops.multiply(h[i], block.row(mask, output.columns(), i), size);
    }
    block.write(h, output);
  }

  private void activate(ColumnBlock block, float[][] h) {
    int size = block.size();
    float[] added = bias == null ? new float[size] : block.part(bias.vector());
    for (int i = 0; i < rows; i++) {
      if (bias != null) {
        RowLoops.add(h[i], added, size);
      }
      RowLoops.rectify(h[i], size);
    }
  }

  /** {@code gradients} add up to that of the output; {@code mask} is that of the way forward. */
  void backward(List<EngineMatrix> gradients, float @Nullable [] mask) {
    gradients.forEach(EngineMatrix::await);
    ColumnBlock.each(rows, output.columns(), block -> backward(block, gradients, mask));
    linear.backward();
  }

  private void backward(ColumnBlock block, List<EngineMatrix> gradients, float @Nullable [] mask) {
    float[][] g = block.first(gradients.get(0));
    gradients.subList(1, gradients.size()).forEach(more -> block.add(more, g));
    int size = block.size();
    if (bias != null && norm != null) {
      for (int i = 0; mask != null && i < rows; i++) {
        RowLoops.multiply(g[i], block.row(mask, output.columns(), i), size);
      }
      float[][] active = block.second(linear.output());
      activate(block, active);
      norm.backward(block, g, active);
      // Normalising has used the activations up.
      activate(block, block.second(linear.output()));
      passGate(block, g, active, 1);
    } else {
      // A unit that was dropped came out as 0, like one that ReLU closed.
      passGate(block, g, block.second(output), mask == null ? 1 : keptScale);
      if (norm != null) {
        norm.backward(block, g, block.second(linear.output()));
      }
    }
    if (bias != null) {
      block.putPart(block.sum((sum, i) -> RowLoops.add(sum, g[i], size)), bias.vectorGradient());
    }
    block.write(g, linear.outputGradient());
  }

  private static void passGate(ColumnBlock block, float[][] g, float[][] gate, float factor) {
    for (int i = 0; i < block.rows(); i++) {
      RowLoops.pass(g[i], gate[i], factor, block.size());
    }
  }
}
