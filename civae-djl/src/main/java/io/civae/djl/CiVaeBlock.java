package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.civae.CiVaeConfig;
import io.civae.spi.NetworkParameters;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The network of a CI-VAE as a DJL block, for use in a DJL {@code Model} and {@code Trainer}:
 * encoder, sampling, decoder and the one linear discriminator on the latent.
 *
 * <p>With a likelihood of counts the reconstruction is {@link
 * io.civae.spi.CountLikelihood#expectedShares}, and the pre-activation is as wide as {@link
 * io.civae.spi.CountLikelihood} says: beside the last linear layer's output it has the logarithms
 * of the dispersions and, with added zeros, their logits.
 *
 * <p>Input: scaled features {@code [rows, d]}. Output, in this order: the {@link #RECONSTRUCTION}
 * {@code [rows, d]}, the posterior {@link #MEAN} and {@link #LOG_VARIANCE} {@code [rows, h]}, the
 * {@link #LATENT} that was decoded {@code [rows, h]}, the decoder's {@link #PRE_ACTIVATION} {@code
 * [rows, d]} and, unless the network has no class, the {@link #LOGITS} {@code [rows, k]}. {@link
 * CiVaeLoss} takes this list as it is.
 *
 * <p>A training pass samples {@code z = μ + σ·ε} and applies dropout; its random numbers come from
 * the configuration's seed and the number of training passes so far, never from the engine. An
 * inference pass takes {@code z = μ}.
 *
 * <p>Parameters carry the names of {@link NetworkParameters}. Like every DJL block this one belongs
 * to whoever trains it; inference from several threads is safe where the engine allows it.
 */
public final class CiVaeBlock extends AbstractBlock {

  /** Index in the output of the reconstruction x̂. */
  public static final int RECONSTRUCTION = 0;

  /** Index in the output of the posterior mean μ. */
  public static final int MEAN = 1;

  /** Index in the output of the clamped log σ². */
  public static final int LOG_VARIANCE = 2;

  /** Index in the output of the latent z that was decoded. */
  public static final int LATENT = 3;

  /**
   * Index in the output of the decoder's last linear layer, before the activation, and what else a
   * count needs.
   */
  public static final int PRE_ACTIVATION = 4;

  /** Index in the output of the discriminator's logits; absent without classes. */
  public static final int LOGITS = 5;

  private final NetworkLayout layout;
  private final EncoderBlock encoder;
  private final DecoderBlock decoder;
  private final @Nullable DiscriminatorBlock discriminator;
  private final AtomicLong trainingPasses = new AtomicLong();

  @SuppressWarnings("this-escape")
  private CiVaeBlock(NetworkLayout layout, NetworkParameters parameters) {
    this.layout = layout;
    CiVaeConfig config = layout.config();
    ParameterFactory factory = new ParameterFactory(parameters);
    encoder = addChildBlock("encoder", new EncoderBlock(config, layout.featureCount(), factory));
    decoder = addChildBlock("decoder", new DecoderBlock(config, layout.featureCount(), factory));
    discriminator =
        layout.classCount() == 0
            ? null
            : addChildBlock(
                "discriminator", new DiscriminatorBlock(config, layout.classCount(), factory));
  }

  /**
   * A network with the given parameters.
   *
   * @param config resolved, see {@link CiVaeConfig#isResolved()}
   * @param parameters those of a network of this configuration
   * @return a block, not yet initialised
   * @throws IllegalArgumentException if a parameter is missing or has the wrong shape, or the
   *     configuration is not resolved
   */
  public static CiVaeBlock of(CiVaeConfig config, NetworkParameters parameters) {
    requireResolved(config);
    return new CiVaeBlock(NetworkLayout.of(config, parameters), parameters);
  }

  /**
   * A network with initial weights drawn from the configuration's seed: uniform on ±1/√inputs for
   * linear layers, the identity for batch normalisation, dispersions of 1, zeros for the
   * discriminator when β is 0.
   *
   * @param config resolved, see {@link CiVaeConfig#isResolved()}
   * @param featureCount d, at least 1
   * @param classCount k; 0 for a network without discriminator
   * @return a block, not yet initialised
   * @throws IllegalArgumentException if a count is out of range or the configuration is not
   *     resolved
   */
  public static CiVaeBlock untrained(CiVaeConfig config, int featureCount, int classCount) {
    requireResolved(config);
    NetworkLayout layout = new NetworkLayout(config, featureCount, classCount);
    return new CiVaeBlock(layout, InitialParameters.draw(layout));
  }

  private static void requireResolved(CiVaeConfig config) {
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config (" + config + ") must be resolved");
    }
  }

  /**
   * Copies the current parameters out of the engine.
   *
   * @return named arrays that any engine, and plain Java, can serve
   * @throws ai.djl.nn.UninitializedParameterException if the block is not initialised
   */
  public NetworkParameters networkParameters() {
    return ParameterValues.read(getParameters().values(), layout.specs());
  }

  /** One pass with given random numbers; {@code x} belongs to the scope of all that comes of it. */
  ForwardPass forward(ParameterStore store, NDArray x, boolean training, StepNoise noise) {
    EncoderBlock.Posterior posterior = encoder.forward(store, x, training, noise.encoderMasks());
    NDArray latent = posterior.latent(noise.latent());
    NDArray preActivation = decoder.forward(store, latent, training, noise.decoderMasks());
    NDArray logits = discriminator == null ? null : discriminator.forward(store, latent, training);
    return new ForwardPass(
        posterior.mean(), posterior.logVariance(), latent, preActivation, logits);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray x = inputs.head();
    StepNoise noise = training ? drawNoise(x) : StepNoise.NONE;
    ForwardPass pass = forward(store, x, training, noise);
    NDList outputs =
        new NDList(
            decoder.activate(pass.preActivation()),
            pass.mean(),
            pass.logVariance(),
            pass.latent(),
            pass.preActivation());
    NDArray logits = pass.logits();
    if (logits != null) {
      outputs.add(noise.logitMask() == null ? logits : logits.mul(noise.logitMask()));
    }
    return outputs;
  }

  private StepNoise drawNoise(NDArray x) {
    NoiseSource source = new NoiseSource(layout.config(), layout.classCount());
    source.draw(trainingPasses.getAndIncrement(), Math.toIntExact(x.getShape().get(0)));
    return source.arrays(x.getManager());
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape latent = new Shape(inputShapes[0].get(0), layout.config().latentDim());
    encoder.initialize(manager, dataType, inputShapes);
    decoder.initialize(manager, dataType, latent);
    if (discriminator != null) {
      discriminator.initialize(manager, dataType, latent);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long rows = inputShapes[0].get(0);
    Shape features = new Shape(rows, layout.featureCount());
    Shape latent = new Shape(rows, layout.config().latentDim());
    Shape outputs = new Shape(rows, decoder.width());
    return discriminator == null
        ? new Shape[] {features, latent, latent, latent, outputs}
        : new Shape[] {
          features, latent, latent, latent, outputs, new Shape(rows, layout.classCount())
        };
  }

  /**
   * What one pass came to.
   *
   * @param logits without dropout; null without classes
   */
  record ForwardPass(
      NDArray mean,
      NDArray logVariance,
      NDArray latent,
      NDArray preActivation,
      @Nullable NDArray logits) {}
}
