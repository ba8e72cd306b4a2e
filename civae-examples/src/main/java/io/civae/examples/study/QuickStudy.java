package io.civae.examples.study;

import io.civae.CiVaeBuilder;
import io.civae.data.LabeledDataset;

/** How a study is made small enough for minutes on two cores. */
public final class QuickStudy {

  /** Trainings of each model. */
  public static final int SEEDS = 2;

  /** Passes of the judge over few images. */
  public static final int JUDGE_EPOCHS = 20;

  private static final int PER_CLASS = 400;
  private static final int[] HIDDEN_LAYERS = {256, 128, 64};
  private static final int EPOCHS = 10;
  private static final int BATCH_SIZE = 64;

  private QuickStudy() {}

  /**
   * A small part of the images.
   *
   * @param images all there are
   * @param seed draws them
   * @return at most 400 of each class
   */
  public static LabeledDataset of(LabeledDataset images, long seed) {
    return StudyData.stratified(images, PER_CLASS, seed);
  }

  /**
   * A small network and a short training.
   *
   * @param recipe any
   * @return the same builder
   */
  public static CiVaeBuilder shrink(CiVaeBuilder recipe) {
    return recipe.hiddenLayers(HIDDEN_LAYERS).epochs(EPOCHS).batchSize(BATCH_SIZE);
  }
}
