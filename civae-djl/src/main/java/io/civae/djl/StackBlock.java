package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.civae.CiVaeConfig;
import java.util.List;

/** A part of the network that is one stack of hidden layers and one linear layer after it. */
abstract class StackBlock extends PartBlock {

  private final HiddenStack hidden;
  private final LinearLayer output;
  private final int outputs;

  /**
   * A block whose parameters are all registered.
   *
   * @param part the name that its hidden layers' parameters begin with
   * @param depth how many hidden layers
   * @param head the name that the last layer's parameters begin with
   */
  @SuppressWarnings("this-escape")
  StackBlock(
      CiVaeConfig config,
      String part,
      int inputs,
      int depth,
      String head,
      int outputs,
      ParameterFactory factory) {
    super(inputs);
    this.outputs = outputs;
    hidden = new HiddenStack(part, depth, config.batchNormalization(), factory);
    output = LinearLayer.of(head, factory);
    register(hidden.parameters());
    register(output.parameters());
  }

  /** The last linear layer's output, before any activation. */
  final NDArray forward(ParameterStore store, NDArray x, boolean training, List<NDArray> masks) {
    return head(store, hidden.forward(store, x, training, masks), training);
  }

  /** What is made of the last hidden layer's output. */
  NDArray head(ParameterStore store, NDArray h, boolean training) {
    return output.forward(store, h, training);
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), outputs)};
  }
}
