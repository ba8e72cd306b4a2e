package io.civae.djl;

import io.civae.CiVaeConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network forward and backward without autograd, for batches of so many rows: the engine
 * multiplies matrices, Java does the rest, each layer in a pass or two over memory.
 */
final class ExplicitPass {

  private final CiVaeConfig config;
  private final EngineMatrix features;
  private final List<HiddenPass> encoder;
  private final LatentPass latent;
  private final List<HiddenPass> decoder;
  private final ObservationPass observation;
  private final @Nullable DiscriminatorPass discriminator;

  ExplicitPass(
      CiVaeConfig config,
      EngineMatrix features,
      List<HiddenPass> encoder,
      LatentPass latent,
      List<HiddenPass> decoder,
      ObservationPass observation,
      @Nullable DiscriminatorPass discriminator) {
    this.config = config;
    this.features = features;
    this.encoder = encoder;
    this.latent = latent;
    this.decoder = decoder;
    this.observation = observation;
    this.discriminator = discriminator;
  }

  /**
   * Leaves every gradient in its array, matrices as soon as the engine has caught up, and returns
   * the terms.
   *
   * @param klShare of α that counts in this step
   */
  BatchTerms.Values run(BatchBuffer batch, NoiseSource noise, double klShare) {
    int size = batch.rows() * features.columns();
    features.values().put(0, batch.featureValues(), 0, size);
    forward(encoder, noise.encoderMasks());
    double klDivergence = latent.forward(noise.latentValues());
    forward(decoder, noise.decoderMasks());
    List<EngineMatrix> ofLatent = new ArrayList<>();
    double crossEntropy = 0;
    if (discriminator != null) {
      crossEntropy = discriminator.run(batch.targetValues(), noise.logitMaskValues());
      if (discriminator.isTrained()) {
        ofLatent.add(discriminator.inputGradient());
      }
    }
    double reconstruction = observation.run(batch.observedValues());
    ofLatent.addAll(backward(decoder, observation.inputGradients(), noise.decoderMasks()));
    latent.backward(ofLatent, config.alpha() * klShare, noise.latentValues());
    backward(encoder, latent.inputGradients(), noise.encoderMasks());
    return new BatchTerms.Values(
        (float) reconstruction,
        (float) klDivergence,
        (float) crossEntropy,
        BatchTerms.Score.of(
            discriminator == null ? new float[0] : discriminator.logits(), batch.classes()));
  }

  private static void forward(List<HiddenPass> layers, LayerMasks masks) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(masks.values(i));
    }
  }

  /** Returns the gradients that add up to that of what went in, unless nobody needs it. */
  private List<EngineMatrix> backward(
      List<HiddenPass> layers, List<EngineMatrix> ofOutput, LayerMasks masks) {
    List<EngineMatrix> gradients = ofOutput;
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(gradients, masks.values(i));
      if (i > 0 || layers == decoder) {
        gradients = List.of(layers.get(i).inputGradient());
      }
    }
    return gradients;
  }
}
