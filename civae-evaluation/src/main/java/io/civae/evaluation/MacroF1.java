package io.civae.evaluation;

import io.civae.data.LabeledDataset;
import java.util.Arrays;

/**
 * The mean over classes of {@code F1 = 2·TP / (2·TP + FP + FN)}: every class counts the same,
 * however rare, which is what accuracy lacks on imbalanced data. Source: van Rijsbergen
 * (Information Retrieval, 1979), averaged as scikit-learn's {@code f1_score(average="macro")} does
 * over the classes that occur.
 */
public final class MacroF1 {

  private MacroF1() {}

  /**
   * Scores predictions. Classes without an observation in the test are left out; one that is never
   * predicted right counts 0. Unlabelled observations are left out, predictions for them too.
   *
   * @param test observations with their labels
   * @param predicted a class for each observation of the test; other names than those of its
   *     classes are wrong answers
   * @return in [0, 1]
   * @throws IllegalArgumentException if the numbers differ or nothing is labelled
   */
  public static double of(LabeledDataset test, String[] predicted) {
    if (predicted.length != test.size()) {
      throw new IllegalArgumentException(
          "predicted has " + predicted.length + " entries, test has " + test.size());
    }
    int classes = test.classNames().size();
    int[] hits = new int[classes];
    int[] members = new int[classes];
    int[] said = new int[classes];
    for (int i = 0; i < predicted.length; i++) {
      int actual = test.classIndex(i);
      if (actual == LabeledDataset.UNLABELED) {
        continue;
      }
      int answer = test.classNames().indexOf(predicted[i]);
      members[actual]++;
      if (answer >= 0) {
        said[answer]++;
      }
      hits[actual] += answer == actual ? 1 : 0;
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += members[c] == 0 ? 0 : 2.0 * hits[c] / (members[c] + said[c]);
    }
    long counted = Arrays.stream(members).filter(count -> count > 0).count();
    if (counted == 0) {
      throw new IllegalArgumentException("test has no labelled observation");
    }
    return sum / counted;
  }
}
