package io.civae.examples.study;

import io.civae.evaluation.FeatureJudge;
import java.util.Locale;

/**
 * The one judge of a study.
 *
 * @param judge trained on real training images only
 * @param accuracy on the test images
 * @param description its settings, in one line
 * @param seconds its training took; NaN where its record does not say
 */
record StudyJudge(FeatureJudge judge, double accuracy, String description, double seconds) {

  /** Of its accuracy, in every table that it had a part in. */
  static final String LABEL = "test accuracy of the judge itself, %";

  private static final int DECIMALS = 2;

  /** Its accuracy as tables show it. */
  String percent() {
    return String.format(Locale.ROOT, "%." + DECIMALS + "f", 100 * accuracy);
  }
}
