package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import java.util.Arrays;

/**
 * Synthetic images of one class and how many of them the judge puts there.
 *
 * @param model whose they are
 * @param images made by walks between training images of the class
 * @param share that the judge puts in the class
 */
record SyntheticShare(String model, LabeledDataset images, double share) {

  /** The share is taken over this many. */
  static final int COUNT = 1_000;

  static SyntheticShare of(StudyModel model, String className, Evaluation evaluation) {
    LabeledDataset made =
        model
            .only()
            .augmenter(evaluation.data().training())
            .withSeed(evaluation.seed())
            .generate(className, COUNT);
    String[] judged = evaluation.judge().judge().predict(made.features().toArray());
    long right = Arrays.stream(judged).filter(className::equals).count();
    return new SyntheticShare(model.spec().row().label(), made, (double) right / COUNT);
  }
}
