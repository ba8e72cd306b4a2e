package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of a training that can be typed; those left out keep the library's defaults. */
final class TrainingOptions {

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data.")
  @Nullable Integer epochs;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "Weight of the KL divergence against the squared error summed over pixels.")
  @Nullable Double alpha;

  @Option(
      names = "--beta",
      paramLabel = "B",
      description =
          "Weight of the discriminator's cross-entropy against the same; 0 is a plain VAE.")
  @Nullable Double beta;

  @Option(names = "--batch-size", paramLabel = "N", description = "Observations in a step.")
  @Nullable Integer batchSize;

  @Option(names = "--learning-rate", paramLabel = "R", description = "Peak learning rate.")
  @Nullable Double learningRate;

  @Option(
      names = "--hidden",
      paramLabel = "W",
      split = ",",
      description = "Widths of the encoder's hidden layers, for instance 512,256,128.")
  int @Nullable [] hidden;

  @Option(names = "--latent-dim", paramLabel = "H", description = "Size of the latent space.")
  @Nullable Integer latentDim;

  @Option(names = "--dropout", paramLabel = "P", description = "Share of hidden units dropped.")
  @Nullable Double dropout;

  @Option(names = "--device", paramLabel = "D", description = "auto, cpu, gpu or gpu:N.")
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
