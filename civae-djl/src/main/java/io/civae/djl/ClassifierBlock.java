package io.civae.djl;

import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps features {@code [rows, d]} to class logits {@code [rows, k]} through hidden layers. */
final class ClassifierBlock extends StackBlock {

  ClassifierBlock(CiVaeConfig config, int featureCount, int classCount, ParameterFactory factory) {
    super(
        config,
        ClassifierLayout.PART,
        featureCount,
        config.hiddenLayers().length,
        ClassifierLayout.OUTPUT,
        classCount,
        factory);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(forward(store, inputs.singletonOrThrow(), training, List.of()));
  }
}
