package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import org.jspecify.annotations.Nullable;

/** Maps latents {@code [rows, h]} to class logits {@code [rows, k]}: one linear layer. */
final class DiscriminatorBlock extends PartBlock {

  private final LinearLayer linear;
  private final int classCount;

  @SuppressWarnings("this-escape")
  DiscriminatorBlock(CiVaeConfig config, int classCount, ParameterFactory factory) {
    super(config.latentDim());
    this.classCount = classCount;
    linear =
        config.beta() == 0
            ? LinearLayer.frozen(NetworkLayout.DISCRIMINATOR, factory)
            : LinearLayer.of(NetworkLayout.DISCRIMINATOR, factory);
    register(linear.parameters());
  }

  NDArray forward(ParameterStore store, NDArray z, boolean training) {
    return linear.forward(store, z, training);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(forward(store, inputs.singletonOrThrow(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classCount)};
  }
}
