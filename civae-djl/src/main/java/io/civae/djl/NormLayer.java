package io.civae.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import io.civae.spi.NetworkParameters;
import java.util.List;

/** Batch normalisation over the rows of a batch, with running statistics for inference. */
final class NormLayer {

  /** What running statistics keep of themselves in a step. */
  static final float MOMENTUM = 0.9f;

  /** Units in columns; on MXNet this name of the axis is faster than 1. */
  static final int COLUMNS = -1;

  /** Units in rows. */
  static final int ROWS = 0;

  private final Parameter scale;
  private final Parameter shift;
  private final Parameter mean;
  private final Parameter variance;

  private NormLayer(String name, ParameterFactory factory, Parameter mean) {
    this.mean = mean;
    scale = factory.trained(name + ".scale", Parameter.Type.GAMMA);
    shift = factory.trained(name + ".shift", Parameter.Type.BETA);
    variance = factory.fixed(name + ".variance", Parameter.Type.RUNNING_VAR);
  }

  static NormLayer of(String name, ParameterFactory factory) {
    return new NormLayer(name, factory, factory.fixed(name + ".mean", Parameter.Type.RUNNING_MEAN));
  }

  /** Behind a linear layer whose bias is left out. */
  static NormLayer absorbing(String bias, String name, ParameterFactory factory) {
    return new NormLayer(name, factory, factory.meanLessBias(name + ".mean", bias));
  }

  List<Parameter> parameters() {
    return List.of(scale, shift, mean, variance);
  }

  /** {@code units} says which axis of x they are on. */
  NDArray forward(ParameterStore store, NDArray x, boolean training, int units) {
    Device device = x.getDevice();
    return BatchNorm.batchNorm(
            x,
            store.getValue(mean, device, training),
            store.getValue(variance, device, training),
            store.getValue(scale, device, training),
            store.getValue(shift, device, training),
            units,
            MOMENTUM,
            NetworkParameters.NORM_EPSILON,
            training)
        .head();
  }
}
