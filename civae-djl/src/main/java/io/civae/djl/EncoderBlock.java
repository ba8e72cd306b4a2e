package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import io.civae.spi.NetworkParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps features {@code [rows, d]} to posterior mean and log-variance, each {@code [rows, h]}. */
final class EncoderBlock extends PartBlock {

  private final HiddenStack hidden;
  private final LinearLayer mean;
  private final LinearLayer logVariance;
  private final int latentDim;

  @SuppressWarnings("this-escape")
  EncoderBlock(CiVaeConfig config, int featureCount, ParameterFactory factory) {
    super(featureCount);
    latentDim = config.latentDim();
    hidden =
        new HiddenStack(
            NetworkLayout.ENCODER,
            config.hiddenLayers().length,
            config.batchNormalization(),
            factory);
    mean = LinearLayer.of(NetworkLayout.MEAN, factory);
    logVariance = LinearLayer.of(NetworkLayout.LOG_VARIANCE, factory);
    register(hidden.parameters());
    register(mean.parameters());
    register(logVariance.parameters());
  }

  Posterior forward(ParameterStore store, NDArray x, boolean training, List<NDArray> masks) {
    NDArray h = hidden.forward(store, x, training, masks);
    // Constants live in the pass's scope: on PyTorch a Java number would be freed before backward.
    NDManager scope = x.getManager();
    NDArray clamped =
        logVariance
            .forward(store, h, training)
            .maximum(scope.create(NetworkParameters.MIN_LOG_VARIANCE))
            .minimum(scope.create(NetworkParameters.MAX_LOG_VARIANCE));
    return new Posterior(mean.forward(store, h, training), clamped);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    Posterior posterior = forward(store, inputs.singletonOrThrow(), training, List.of());
    return new NDList(posterior.mean(), posterior.logVariance());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape latent = new Shape(inputShapes[0].get(0), latentDim);
    return new Shape[] {latent, latent};
  }

  /** The Gaussian posterior of each row. */
  record Posterior(NDArray mean, NDArray logVariance) {

    /** {@code z = μ + σ·ε}, or μ without noise. */
    NDArray latent(@Nullable NDArray noise) {
      return noise == null ? mean : mean.add(logVariance.exp().sqrt().mul(noise));
    }
  }
}
