package io.civae.examples.study;

import io.civae.evaluation.FeatureJudge;

/**
 * The one judge of a study.
 *
 * @param judge trained on real training images only
 * @param accuracy on the test images
 * @param description its settings, in one line
 */
record StudyJudge(FeatureJudge judge, double accuracy, String description) {}
