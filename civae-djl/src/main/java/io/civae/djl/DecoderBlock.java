package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps latents {@code [rows, h]} to features {@code [rows, d]}. */
final class DecoderBlock extends StackBlock {

  private final OutputActivation activation;

  DecoderBlock(CiVaeConfig config, int featureCount, ParameterFactory factory) {
    super(
        config,
        NetworkLayout.DECODER,
        config.latentDim(),
        config.decoderLayers().length,
        NetworkLayout.OUTPUT,
        featureCount,
        factory);
    activation = config.outputActivation();
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
}
