package io.civae.testkit.internal.linear;

import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CI-VAE without hidden layers and with one log-variance for all observations. */
final class LinearNetwork {

  private final LinearLayer encoder;
  private final float[] logVariance;
  private final LinearLayer decoder;
  private final @Nullable LinearLayer discriminator;

  LinearNetwork(
      LinearLayer encoder,
      float[] logVariance,
      LinearLayer decoder,
      @Nullable LinearLayer discriminator) {
    this.encoder = encoder;
    this.logVariance = logVariance;
    this.decoder = decoder;
    this.discriminator = discriminator;
  }

  /** The layer that answers μ. */
  LinearLayer encoder() {
    return encoder;
  }

  /** The log σ² of each latent, within the limits of {@link NetworkParameters}. */
  float[] logVariance() {
    return logVariance;
  }

  /** The layer that answers x̂, or its logits. */
  LinearLayer decoder() {
    return decoder;
  }

  /** The layer that answers class logits; null without classes. */
  @Nullable LinearLayer discriminator() {
    return discriminator;
  }

  NetworkParameters parameters() {
    int h = encoder.outputs();
    int d = encoder.inputs();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(tensors, "encoder.mean", encoder);
    put(tensors, "encoder.logVariance", new LinearLayer(new float[h * d], logVariance));
    put(tensors, "decoder.output", decoder);
    if (discriminator != null) {
      put(tensors, "discriminator", discriminator);
    }
    return NetworkParameters.of(tensors);
  }

  private static void put(Map<String, Tensor> tensors, String name, LinearLayer layer) {
    tensors.put(name + ".weight", Tensor.of(layer.weight(), layer.outputs(), layer.inputs()));
    tensors.put(name + ".bias", Tensor.of(layer.bias(), layer.outputs()));
  }
}
