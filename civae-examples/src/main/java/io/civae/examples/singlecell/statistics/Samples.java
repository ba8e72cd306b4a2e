package io.civae.examples.singlecell.statistics;

/** What all statistics ask of the numbers they are given. */
final class Samples {

  private Samples() {}

  /** Refuses values that are not finite, and too few of them. */
  static void check(String name, double[] values, int least) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          name + " (" + values.length + " values) must be at least " + least);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] (" + values[i] + ") must be finite");
      }
    }
  }

  /** Refuses samples of different length. */
  static void checkSameLength(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "second (" + second.length + " values) must be as many as first (" + first.length + ")");
    }
  }
}
