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
  private final int featureCount;
  private final @Nullable CountHead counts;

  @SuppressWarnings("this-escape")
  DecoderBlock(CiVaeConfig config, int featureCount, ParameterFactory factory) {
    super(
        config,
        NetworkLayout.DECODER,
        config.latentDim(),
        config.decoderLayers().length,
        NetworkLayout.OUTPUT,
        featureCount,
        factory);
    this.featureCount = featureCount;
    activation = config.outputActivation();
    counts =
        config.likelihood().isOfCounts()
            ? CountHead.of(NetworkLayout.hasAddedZeros(config), featureCount, factory)
            : null;
    if (counts != null) {
      register(counts.parameters());
    }
  }

  /** The number of outputs for an observation, before any activation. */
  int width() {
    return counts == null ? featureCount : counts.width();
  }

  /** With what a count needs beside it. */
  @Override
  NDArray head(ParameterStore store, NDArray h, boolean training) {
    NDArray output = super.head(store, h, training);
    return counts == null ? output : counts.beside(output, store, h, training);
  }

  NDArray activate(NDArray preActivation) {
    return switch (activation) {
      case SIGMOID -> Activation.sigmoid(preActivation);
      case SOFTMAX -> CountHead.expectedShares(preActivation, featureCount);
      case LINEAR -> preActivation;
      case AUTO -> throw new IllegalStateException("outputActivation (AUTO) must be resolved");
    };
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
