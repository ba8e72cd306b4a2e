package io.civae.evaluation;

import io.civae.data.LabeledDataset;

/**
 * What synthetic observations are worth to one classifier on one split of the data, by {@link
 * MacroF1} on real test observations that neither the classifier nor the generator has seen.
 *
 * <p>One split says little: take several ({@code data.split} under several seeds), train the
 * generator anew on each training part, and hand the values to {@link StudentInterval}. Compare
 * with members that are drawn twice and with SMOTE, not with nothing alone. Train on synthetic,
 * test on real (TSTR) is from Esteban, Hyland and Rätsch (2017). Immutable; as thread-safe as the
 * learner is.
 */
public final class AugmentationUtility {

  private final LabeledDataset training;
  private final LabeledDataset test;
  private final Learner learner;
  private final double real;

  private AugmentationUtility(LabeledDataset training, LabeledDataset test, Learner learner) {
    this.training = training;
    this.test = test;
    this.learner = learner;
    this.real = score(training);
  }

  /**
   * Trains the learner on the real observations alone, which the others are compared with.
   *
   * @param training real observations, those that the generator has seen
   * @param test real observations that it has not seen, with labels
   * @param learner the classifier
   * @return the comparison
   * @throws IllegalArgumentException if the numbers of features differ or no observation of the
   *     test is labelled
   */
  public static AugmentationUtility of(
      LabeledDataset training, LabeledDataset test, Learner learner) {
    LabelledRows.checkSameFeatures("test", test, "training", training);
    return new AugmentationUtility(training, test, learner);
  }

  /**
   * Macro-F1 of the learner when it is trained on the real observations.
   *
   * @return in [0, 1]
   */
  public double real() {
    return real;
  }

  /**
   * Macro-F1 of the learner when it is trained on the real observations and synthetic ones.
   *
   * @param synthetic only those made, for instance what brings each class to the size of the
   *     largest
   * @return in [0, 1]
   * @throws IllegalArgumentException if the numbers of features differ
   */
  public double augmented(LabeledDataset synthetic) {
    return score(training.followedBy(synthetic));
  }

  /**
   * What the synthetic observations add: {@code augmented − real}.
   *
   * @param synthetic only those made
   * @return in [−1, 1]
   * @throws IllegalArgumentException if the numbers of features differ
   */
  public double gain(LabeledDataset synthetic) {
    return augmented(synthetic) - real;
  }

  /**
   * Train on synthetic, test on real: macro-F1 of the learner when it is trained on synthetic
   * observations alone, over that when it is trained on the real ones.
   *
   * @param synthetic as many of each class as there are real ones, for a fair comparison
   * @return at least 0; 1 when synthetic observations do as well as real ones; infinite or NaN when
   *     the real ones score 0
   */
  public double tstr(LabeledDataset synthetic) {
    return score(synthetic) / real;
  }

  private double score(LabeledDataset rows) {
    return MacroF1.of(test, learner.predict(rows, test.features().toArray()));
  }
}
