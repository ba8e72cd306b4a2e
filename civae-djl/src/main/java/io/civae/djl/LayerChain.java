package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Folded layers on an engine, with ReLU between them, for inference on some rows at a time. */
interface LayerChain {

  /** In the manager's memory, by the faster way that its engine allows. */
  static LayerChain of(List<FoldedLinear> layers, boolean endsInSigmoid, NDManager manager) {
    try (NDArray probe = manager.zeros(new Shape(1))) {
      return MxnetMemory.isShared(probe)
          ? new ExplicitChain(layers, endsInSigmoid, manager)
          : new OperationChain(layers, endsInSigmoid, manager);
    }
  }

  /** How many values a row has that goes in. */
  int inputs();

  /** How many values a row has that comes out. */
  int outputs();

  /** The most rows for one call. */
  int mostRows();

  /** Puts rows of {@code x}, which begin at {@code from}, through; the target gets each of them. */
  void forward(float[] x, int from, int rows, RowTarget target);
}
