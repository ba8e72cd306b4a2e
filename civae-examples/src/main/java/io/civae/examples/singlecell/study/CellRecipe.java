package io.civae.examples.singlecell.study;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.Likelihood;
import io.civae.Scaling;
import io.civae.examples.singlecell.preprocess.CountThinning;

/**
 * The settings of the study's models, chosen on validation cells and on simulated counts, see
 * docs/single-cell.md. Two, because what keeps a network from learning training cells by heart
 * (dropout, thinned counts, few epochs) also flattens what it decodes.
 */
public final class CellRecipe {

  /** Weight of the KL divergence against the squared error summed over scaled genes. */
  public static final double ALPHA = 0.2;

  /** Weight of the cross-entropy against the same. */
  public static final double BETA = 50;

  /** Epochs of the models that are compared. */
  public static final int COMPARED_EPOCHS = 15;

  /** Steps of the models that walk: as many epochs as these take, at least 15. */
  public static final int WALKING_STEPS = 600;

  /** Share of hidden units dropped in the models that are compared. */
  public static final double COMPARED_DROPOUT = 0.5;

  /** The smallest share of a cell's molecules that the models that are compared see. */
  public static final double LEAST_KEPT = 0.5;

  static final CountThinning THINNING = CountThinning.keepingAtLeast(LEAST_KEPT);

  private static final int BATCH_SIZE = 64;
  private static final double LEARNING_RATE = 2e-3;
  private static final int[] HIDDEN_LAYERS = {128};

  private CellRecipe() {}

  /**
   * The settings of a CI-VAE whose separability is compared with that of a VAE.
   *
   * @return a builder of one's own
   */
  public static CiVaeBuilder compared() {
    return walking()
        .dropout(COMPARED_DROPOUT)
        .observationTransform(THINNING)
        .epochs(COMPARED_EPOCHS);
  }

  /**
   * The settings of a CI-VAE that walks; its epochs are left to the study.
   *
   * @return a builder of one's own
   */
  public static CiVaeBuilder walking() {
    return CiVae.builder()
        .hiddenLayers(HIDDEN_LAYERS)
        .likelihood(Likelihood.GAUSSIAN)
        .scaling(Scaling.STANDARD)
        .alpha(ALPHA)
        .beta(BETA)
        .batchSize(BATCH_SIZE)
        .learningRate(LEARNING_RATE);
  }

  /** The epochs of a model that walks, unless they were set. */
  static int walkingEpochs(int trainingCells) {
    int batches = Math.max(1, (trainingCells + BATCH_SIZE - 1) / BATCH_SIZE);
    return Math.max(COMPARED_EPOCHS, (WALKING_STEPS + batches - 1) / batches);
  }
}
