package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps features {@code [rows, d]} to class logits {@code [rows, k]} through hidden layers. */
final class ClassifierBlock extends PartBlock {

  private final HiddenStack hidden;
  private final LinearLayer output;
  private final int classCount;

  @SuppressWarnings("this-escape")
  ClassifierBlock(CiVaeConfig config, int featureCount, int classCount, ParameterFactory factory) {
    super(featureCount);
    this.classCount = classCount;
    hidden =
        new HiddenStack(
            ClassifierLayout.PART,
            config.hiddenLayers().length,
            config.batchNormalization(),
            factory);
    output = LinearLayer.of(ClassifierLayout.OUTPUT, factory);
    register(hidden.parameters());
    register(output.parameters());
  }

  NDArray forward(ParameterStore store, NDArray x, boolean training, List<NDArray> masks) {
    return output.forward(store, hidden.forward(store, x, training, masks), training);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(forward(store, inputs.singletonOrThrow(), training, List.of()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classCount)};
  }
}
