package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Folded layers on an engine, with ReLU between them, for inference on some rows at a time. */
abstract class LayerChain {

  /** For any chain at once: enough that what a call costs by itself does not count. */
  static final int MOST_ROWS = 1024;

  private final int inputs;
  private final int outputs;
  private final int mostRows;

  LayerChain(List<FoldedLinear> layers, int mostRows) {
    inputs = layers.get(0).inputs();
    outputs = layers.get(layers.size() - 1).outputs();
    this.mostRows = mostRows;
  }

  /** In the manager's memory, by the faster way that its engine allows. */
  static LayerChain of(List<FoldedLinear> layers, boolean endsInSigmoid, NDManager manager) {
    try (NDArray probe = manager.zeros(new Shape(1))) {
      return MxnetMemory.isShared(probe)
          ? new ExplicitChain(layers, endsInSigmoid, manager)
          : new OperationChain(layers, endsInSigmoid, manager);
    }
  }

  /** How many values a row has that goes in. */
  final int inputs() {
    return inputs;
  }

  /** How many values a row has that comes out. */
  final int outputs() {
    return outputs;
  }

  /** The most rows for one call. */
  final int mostRows() {
    return mostRows;
  }

  /** Puts rows of {@code x}, which begin at {@code from}, through; the target gets each of them. */
  abstract void forward(float[] x, int from, int rows, RowTarget target);
}
