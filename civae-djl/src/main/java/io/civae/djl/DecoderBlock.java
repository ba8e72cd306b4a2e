package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps latents {@code [rows, h]} to features {@code [rows, d]}. */
final class DecoderBlock extends PartBlock {

  private final HiddenStack hidden;
  private final LinearLayer output;
  private final OutputActivation activation;
  private final int featureCount;

  @SuppressWarnings("this-escape")
  DecoderBlock(CiVaeConfig config, int featureCount, ParameterFactory factory) {
    super(config.latentDim());
    this.featureCount = featureCount;
    activation = config.outputActivation();
    hidden =
        new HiddenStack(
            NetworkLayout.DECODER,
            config.decoderLayers().length,
            config.batchNormalization(),
            factory);
    output = LinearLayer.of(NetworkLayout.OUTPUT, factory);
    register(hidden.parameters());
    register(output.parameters());
  }

  /** The last linear layer's output, before the activation. */
  NDArray forward(ParameterStore store, NDArray z, boolean training, List<NDArray> masks) {
    return output.forward(store, hidden.forward(store, z, training, masks), training);
  }

  NDArray activate(NDArray preActivation) {
    return activation == OutputActivation.SIGMOID
        ? Activation.sigmoid(preActivation)
        : preActivation;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(activate(forward(store, inputs.singletonOrThrow(), training, List.of())));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), featureCount)};
  }
}
