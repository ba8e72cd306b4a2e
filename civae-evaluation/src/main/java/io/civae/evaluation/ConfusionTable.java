package io.civae.evaluation;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.List;

/**
 * Which classes a linear classifier takes for which: the multinomial logistic regression behind
 * {@link LinearSeparability#heldOut()}, fitted on training observations, by actual and by predicted
 * class of test observations. Immutable and thread-safe.
 */
public final class ConfusionTable {

  private final List<String> classNames;
  private final int[][] counts;

  private ConfusionTable(List<String> classNames, int[][] counts) {
    this.classNames = List.copyOf(classNames);
    this.counts = counts;
  }

  /**
   * Measures observations as they are: latents, principal components, or raw values.
   *
   * @param training labelled observations to fit on; unlabelled ones are left out
   * @param test labelled observations to predict, with the same classes
   * @return the counts
   * @throws IllegalArgumentException if a set has fewer than two classes with members
   */
  public static ConfusionTable ofFeatures(LabeledDataset training, LabeledDataset test) {
    List<String> names = training.classNames();
    LabelledRows fitted = LabelledRows.features(training, names, "training");
    LabelledRows scored = LabelledRows.features(test, names, "test");
    LogisticRegression classifier =
        LogisticRegression.fit(fitted.rows(), fitted.classes(), LinearSeparability.COST);
    int[][] counts = new int[names.size()][names.size()];
    for (int i = 0; i < scored.rows().length; i++) {
      counts[scored.classes()[i]][classifier.predict(scored.rows()[i])]++;
    }
    return new ConfusionTable(names, counts);
  }

  /**
   * The classes.
   *
   * @return their names, in the order of their numbers
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * How many test observations of one class are taken for another, or for itself.
   *
   * @param actual the number of their class
   * @param predicted the number of the class they are put in
   * @return the count
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /**
   * How many test observations a class has.
   *
   * @param actual the number of the class
   * @return the count
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public int size(int actual) {
    return Arrays.stream(counts[actual]).sum();
  }

  /**
   * The share of test observations that are put in their class: the same as {@link
   * LinearSeparability#heldOut()}.
   *
   * @return in [0, 1]
   */
  public double accuracy() {
    int right = 0;
    int all = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      all += size(c);
    }
    return (double) right / all;
  }
}
