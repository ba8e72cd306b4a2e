package io.civae.examples.gain;

import io.civae.data.LabeledDataset;

/**
 * A data set of the comparison.
 *
 * @param name for tables
 * @param data all labelled
 * @param role in the choice of settings
 * @param trainingShare of the rows, in each split
 * @param testShare of the rows; the rest is not used
 * @param standardize by the training rows; pixels stay as they are
 * @param growth the size that every class is brought to, over that of the largest
 */
record GainSet(
    String name,
    LabeledDataset data,
    Role role,
    double trainingShare,
    double testShare,
    boolean standardize,
    double growth) {

  /** Whether settings were chosen on it. */
  enum Role {
    /** Settings were chosen on splits of it. */
    DEVELOPMENT,
    /** Looked at once, with the settings chosen elsewhere. */
    CONFIRMATION
  }

  /** A table, of which half is for training and half for the test. */
  static GainSet table(String name, LabeledDataset data, Role role) {
    return new GainSet(name, data, role, 0.5, 0.5, true, 1);
  }

  /** A few images, of which augmentation makes twice as many; {@value #IMAGE_TEST} for the test. */
  static GainSet images(String name, LabeledDataset data, double trainingShare) {
    return new GainSet(
        name, data, Role.CONFIRMATION, trainingShare, IMAGE_TEST, false, IMAGE_GROWTH);
  }

  private static final double IMAGE_TEST = 0.05;
  private static final double IMAGE_GROWTH = 2;
}
