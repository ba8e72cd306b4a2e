package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import io.civae.examples.singlecell.study.CellRecipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of the study's models that can be typed; the others are the recipe's. */
final class CellTrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "E",
      description = "Passes over the training cells. Default: ${DEFAULT-VALUE}")
  int epochs = CellRecipe.EPOCHS;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description =
          "Weight of the KL divergence against the squared error summed over scaled genes. Default:"
              + " ${DEFAULT-VALUE}")
  double alpha = CellRecipe.ALPHA;

  @Option(
      names = "--beta",
      paramLabel = "B",
      description =
          "Weight of the discriminator's cross-entropy against the same. Default: ${DEFAULT-VALUE}")
  double beta = CellRecipe.BETA;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of hidden units dropped. Default: ${DEFAULT-VALUE}")
  double dropout = CellRecipe.DROPOUT;

  @Option(
      names = "--hidden",
      paramLabel = "W",
      split = ",",
      description = "Widths of the encoder's hidden layers. Default: the recipe's.")
  int @Nullable [] hidden;

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "auto, cpu, gpu or gpu:N. Default: auto, a GPU when the engine sees one.")
  @Nullable String device;

  /**
   * The settings of a CI-VAE.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  CiVaeBuilder builder() {
    CiVaeBuilder builder =
        CellRecipe.builder().epochs(epochs).alpha(alpha).beta(beta).dropout(dropout);
    if (!(beta > 0)) {
      throw new IllegalArgumentException(
          "beta (" + beta + ") must be above 0; the VAE without it is trained beside");
    }
    if (hidden != null) {
      builder.hiddenLayers(hidden);
    }
    if (device != null) {
      builder.device(device);
    }
    return builder;
  }
}
