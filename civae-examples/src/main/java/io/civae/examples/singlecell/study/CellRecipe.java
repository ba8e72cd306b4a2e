package io.civae.examples.singlecell.study;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.Likelihood;
import io.civae.Scaling;

/** The settings of the study's models, chosen on validation cells; see docs/single-cell.md. */
public final class CellRecipe {

  /** Passes over the training cells. */
  public static final int EPOCHS = 60;

  /** Weight of the KL divergence against the squared error summed over scaled genes. */
  public static final double ALPHA = 1;

  /** Weight of the cross-entropy against the same. */
  public static final double BETA = 100;

  /** Share of hidden units dropped. */
  public static final double DROPOUT = 0.3;

  /** Cells in a step. */
  public static final int BATCH_SIZE = 64;

  /** Peak learning rate. */
  public static final double LEARNING_RATE = 2e-3;

  /** The smallest share of a cell's molecules that training keeps. */
  public static final double LEAST_KEPT = 0.3;

  private static final int[] HIDDEN_LAYERS = {128};

  private CellRecipe() {}

  /**
   * The settings of a CI-VAE of log-normalised cells.
   *
   * @return a builder of one's own
   */
  public static CiVaeBuilder builder() {
    return CiVae.builder()
        .hiddenLayers(HIDDEN_LAYERS)
        .likelihood(Likelihood.GAUSSIAN)
        .scaling(Scaling.STANDARD)
        .alpha(ALPHA)
        .beta(BETA)
        .dropout(DROPOUT)
        .batchSize(BATCH_SIZE)
        .learningRate(LEARNING_RATE)
        .epochs(EPOCHS);
  }
}
