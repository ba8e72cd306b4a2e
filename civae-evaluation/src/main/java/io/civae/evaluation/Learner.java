package io.civae.evaluation;

import io.civae.data.LabeledDataset;
import java.util.List;

/**
 * A classifier of any library, as {@link AugmentationUtility} uses it: trained on some observations
 * it names the class of others. The same arguments should give the same answer, so a seed belongs
 * inside.
 */
@FunctionalInterface
public interface Learner {

  /**
   * Trains anew, then predicts.
   *
   * @param training labelled observations
   * @param observations {@code [n][d]} in the same units, not to be learnt from
   * @return n class names
   */
  String[] predict(LabeledDataset training, float[][] observations);

  /**
   * Multinomial logistic regression on standardised features with the L2 penalty that statistical
   * software takes by default (C = 1). It draws no random numbers and has {@code k · (d + 1)}
   * parameters for k classes and d features; more than 8,192 are refused.
   *
   * @return a learner that asks for at least two classes with members
   */
  static Learner logisticRegression() {
    return (training, observations) -> {
      List<String> names = training.classNames();
      LabelledRows rows = LabelledRows.features(training, names, "training");
      LogisticRegression fitted =
          LogisticRegression.fit(rows.rows(), rows.classes(), LinearSeparability.COST);
      String[] predicted = new String[observations.length];
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] = names.get(fitted.predict(observations[i]));
      }
      return predicted;
    };
  }
}
