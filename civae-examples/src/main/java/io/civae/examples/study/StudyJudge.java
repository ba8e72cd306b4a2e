package io.civae.examples.study;

import io.civae.evaluation.FeatureJudge;

/**
 * The one judge of a study.
 *
 * @param judge trained on real training images only
 * @param accuracy on the test images
 * @param description its settings, in one line
 * @param seconds its training took
 */
record StudyJudge(FeatureJudge judge, double accuracy, String description, double seconds) {

  /** Of its accuracy, in every table that it had a part in. */
  static final String LABEL = "test accuracy of the judge itself, %";

  /** Its accuracy as tables show it, like the shares that it finds. */
  String percent() {
    return Metric.IN_CLASS.text(accuracy);
  }
}
