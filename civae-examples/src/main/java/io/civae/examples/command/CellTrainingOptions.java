package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import io.civae.examples.singlecell.study.CellRecipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The settings of the study's models that can be typed, for all of them; others are the recipe's.
 */
final class CellTrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "E",
      description =
          "Passes over the training cells. Default: "
              + CellRecipe.COMPARED_EPOCHS
              + " for the models that are compared; for those that walk at least as many, and as many"
              + " as "
              + CellRecipe.WALKING_STEPS
              + " steps take.")
  @Nullable Integer epochs;

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
      description =
          "Share of hidden units dropped. Default: "
              + CellRecipe.COMPARED_DROPOUT
              + " for the models that are compared, 0 for those that walk.")
  @Nullable Double dropout;

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
   * The settings of a CI-VAE that is compared.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  CiVaeBuilder compared() {
    return typed(CellRecipe.compared());
  }

  /**
   * The settings of a CI-VAE that walks.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  CiVaeBuilder walking() {
    return typed(CellRecipe.walking());
  }

  private CiVaeBuilder typed(CiVaeBuilder builder) {
    if (!(beta > 0)) {
      throw new IllegalArgumentException(
          "beta (" + beta + ") must be above 0; the VAE without it is trained beside");
    }
    builder.alpha(alpha).beta(beta);
    if (epochs != null) {
      builder.epochs(epochs);
    }
    if (dropout != null) {
      builder.dropout(dropout);
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
