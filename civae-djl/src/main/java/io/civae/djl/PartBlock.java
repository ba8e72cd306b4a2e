package io.civae.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import java.util.Collection;

/** A part of the network whose parameters know their shapes and values from the start. */
abstract class PartBlock extends AbstractBlock {

  private final int inputs;

  PartBlock(int inputs) {
    this.inputs = inputs;
  }

  final void register(Collection<Parameter> parameters) {
    parameters.forEach(this::addParameter);
  }

  @Override
  protected final void prepare(Shape[] inputShapes) {
    Shape shape = inputShapes[0];
    if (shape.dimension() != 2 || shape.get(1) != inputs) {
      throw new IllegalArgumentException(
          "input shape " + shape + " must be (rows, " + inputs + ")");
    }
  }
}
