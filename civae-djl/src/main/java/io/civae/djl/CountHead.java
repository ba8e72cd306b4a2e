package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder of counts has beside its last layer: dispersions and, if asked for, the logits of
 * added zeros; see {@link io.civae.spi.CountLikelihood}.
 */
final class CountHead {

  private final int featureCount;
  private final Parameter logDispersion;
  private final @Nullable LinearLayer zero;

  private CountHead(int featureCount, Parameter logDispersion, @Nullable LinearLayer zero) {
    this.featureCount = featureCount;
    this.logDispersion = logDispersion;
    this.zero = zero;
  }

  static CountHead of(boolean addedZeros, int featureCount, ParameterFactory factory) {
    return new CountHead(
        featureCount,
        factory.trained(NetworkLayout.DISPERSION, Parameter.Type.OTHER),
        addedZeros ? LinearLayer.of(NetworkLayout.ZERO, factory) : null);
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(List.of(logDispersion));
    if (zero != null) {
      parameters.addAll(zero.parameters());
    }
    return parameters;
  }

  int width() {
    return (zero == null ? 2 : 3) * featureCount;
  }

  /** The last layer's output, the same dispersions in every row, the logits of added zeros. */
  NDArray beside(NDArray output, ParameterStore store, NDArray h, boolean training) {
    NDArray dispersions =
        h.getManager()
            .zeros(new Shape(h.getShape().get(0), featureCount))
            .add(store.getValue(logDispersion, h.getDevice(), training));
    NDList parts = new NDList(output, dispersions);
    if (zero != null) {
      parts.add(zero.forward(store, h, training));
    }
    return NDArrays.concat(parts, 1);
  }

  static NDArray expectedShares(NDArray outputs, int features) {
    NDArray shares = outputs.get(new NDIndex(":, :{}", features)).softmax(1);
    return outputs.getShape().get(1) == 2L * features
        ? shares
        : shares.mul(Activation.sigmoid(outputs.get(new NDIndex(":, {}:", 2 * features)).neg()));
  }
}
