package io.civae.testkit;

import java.util.Arrays;

/** Checks of arguments whose messages carry name, value and rule. */
final class Require {

  private Require() {}

  static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least " + minimum);
    }
    return value;
  }

  static int between(String name, int value, int minimum, int maximum) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + minimum + " to " + maximum);
    }
    return value;
  }

  static double nonNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and non-negative");
    }
    return value;
  }

  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and above 0");
    }
    return value;
  }

  /** The sizes of classes: at least so many classes, each with at least one member. */
  static int[] classSizes(String name, int[] sizes, int minimumClasses) {
    if (sizes.length < minimumClasses) {
      throw new IllegalArgumentException(
          name
              + " ("
              + Arrays.toString(sizes)
              + ") must name at least "
              + minimumClasses
              + (minimumClasses == 1 ? " class" : " classes"));
    }
    for (int c = 0; c < sizes.length; c++) {
      atLeast(name + "[" + c + "]", sizes[c], 1);
    }
    return sizes.clone();
  }
}
