package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The settings of a training that can be typed; those left out are the recipe's, or the library's
 * defaults.
 */
final class TrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training data. Default: at least 15.")
  @Nullable Integer epochs;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description =
          "Weight of the KL divergence against the squared error summed over pixels. Default: "
              + CiVaeBuilder.DEFAULT_ALPHA)
  @Nullable Double alpha;

  @Option(
      names = "--beta",
      paramLabel = "B",
      description =
          "Weight of the discriminator's cross-entropy against the same; 0 is a plain VAE. Default: "
              + CiVaeBuilder.DEFAULT_BETA)
  @Nullable Double beta;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Observations in a step. Default: at most 256.")
  @Nullable Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Peak learning rate. Default: " + CiVaeBuilder.DEFAULT_LEARNING_RATE)
  @Nullable Double learningRate;

  @Option(
      names = "--hidden",
      paramLabel = "W",
      split = ",",
      description = "Widths of the encoder's hidden layers. Default: 512,512,256,256,128,128,64")
  int @Nullable [] hidden;

  @Option(
      names = "--latent-dim",
      paramLabel = "H",
      description = "Size of the latent space. Default: " + CiVaeBuilder.DEFAULT_LATENT_DIM)
  @Nullable Integer latentDim;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of hidden units dropped. Default: " + CiVaeBuilder.DEFAULT_DROPOUT)
  @Nullable Double dropout;

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "auto, cpu, gpu or gpu:N. Default: auto, a GPU when the engine sees one.")
  @Nullable String device;

  /**
   * Sets what was typed.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  CiVaeBuilder applyTo(CiVaeBuilder builder) {
    if (epochs != null) {
      builder.epochs(epochs);
    }
    if (alpha != null) {
      builder.alpha(alpha);
    }
    if (beta != null) {
      builder.beta(beta);
    }
    if (batchSize != null) {
      builder.batchSize(batchSize);
    }
    if (learningRate != null) {
      builder.learningRate(learningRate);
    }
    if (hidden != null) {
      builder.hiddenLayers(hidden);
    }
    if (latentDim != null) {
      builder.latentDim(latentDim);
    }
    if (dropout != null) {
      builder.dropout(dropout);
    }
    if (device != null) {
      builder.device(device);
    }
    return builder;
  }
}
