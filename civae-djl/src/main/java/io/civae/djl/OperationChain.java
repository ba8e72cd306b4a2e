package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.List;

/** Layers by DJL's operations, on any engine and device. */
final class OperationChain extends LayerChain {

  private final List<Layer> layers;
  private final boolean endsInSigmoid;
  private final NDManager manager;
  private final NativeFloats input = new NativeFloats();

  OperationChain(List<FoldedLinear> folded, boolean endsInSigmoid, NDManager manager) {
    super(folded, MOST_ROWS);
    layers =
        folded.stream()
            .map(
                linear ->
                    new Layer(
                        manager.create(
                            linear.weight(), new Shape(linear.outputs(), linear.inputs())),
                        manager.create(linear.bias())))
            .toList();
    this.endsInSigmoid = endsInSigmoid;
    this.manager = manager;
  }

  @Override
  void forward(float[] x, int from, int rows, RowTarget target) {
    float[] values = forward(x, from, rows);
    for (int row = 0; row < rows; row++) {
      target.accept(row, values, row * outputs());
    }
  }

  private float[] forward(float[] x, int from, int rows) {
    System.arraycopy(x, from, input.values(rows * inputs()), 0, rows * inputs());
    try (NDManager scope = manager.newSubManager()) {
      scope.setName("civae-chunk");
      NDArray h = input.toArray(scope, new Shape(rows, inputs()));
      for (int i = 0; i < layers.size(); i++) {
        Layer layer = layers.get(i);
        h = Linear.linear(i == 0 ? h : Activation.relu(h), layer.weight(), layer.bias()).head();
      }
      return (endsInSigmoid ? Activation.sigmoid(h) : h).toFloatArray();
    }
  }

  private record Layer(NDArray weight, NDArray bias) {}
}
