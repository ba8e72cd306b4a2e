package io.civae.examples.benchmark;

import io.civae.CiVaeConfig;

/**
 * The floating-point operations of a network's matrix products, counted from its widths; a
 * multiplication with its addition counts as two. Whatever is done element by element
 * (normalisation, activation, dropout, loss, update) is left out: it is no part of the arithmetic
 * that a matrix-product rate limits.
 */
final class FlopCount {

  private final long encoder;
  private final long decoder;
  private final long discriminator;
  private final long firstLayer;

  /** Counts for d features and k classes. */
  FlopCount(int features, CiVaeConfig config, int classes) {
    int latent = config.latentDim();
    int[] encoding = config.hiddenLayers();
    encoder = products(features, encoding, 2 * latent);
    decoder = products(latent, config.decoderLayers(), features);
    discriminator = 2L * latent * classes;
    firstLayer = 2L * features * (encoding.length == 0 ? 2 * latent : encoding[0]);
  }

  private static long products(int inputs, int[] hidden, int outputs) {
    long operations = 0;
    long width = inputs;
    for (int next : hidden) {
      operations += 2 * width * next;
      width = next;
    }
    return operations + 2 * width * outputs;
  }

  /**
   * Operations to encode one row: 2 · multiply-adds, the heads of mean and log-variance included.
   */
  long encodeRow() {
    return encoder;
  }

  /** Operations to decode one row. */
  long decodeRow() {
    return decoder;
  }

  /**
   * Operations of a training step: each layer's product forward, and backward one for the gradient
   * of its weights and one for that of its input, which the first layer does without.
   */
  long step(int batch) {
    return batch * (3 * (encoder + decoder + discriminator) - firstLayer);
  }
}
