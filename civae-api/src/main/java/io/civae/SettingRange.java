package io.civae;

import java.util.Objects;
import java.util.regex.Pattern;

/** The values a single setting can have; hands back what passes. */
final class SettingRange {

  private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu(:[0-9]{1,4})?");

  private SettingRange() {}

  static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least " + minimum);
    }
    return value;
  }

  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and above 0");
    }
    return value;
  }

  static double nonNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and non-negative");
    }
    return withoutNegativeZero(value);
  }

  static double share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 0 and below 1");
    }
    return withoutNegativeZero(value);
  }

  static double wholeShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be in [0, 1]");
    }
    return withoutNegativeZero(value);
  }

  /** −0.0 passes for a 0 but is not equal to it, nor does JSON keep it apart. */
  private static double withoutNegativeZero(double value) {
    return value + 0.0;
  }

  static int[] widths(String name, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      atLeast(name + "[" + i + "]", widths[i], 1);
    }
    return widths.clone();
  }

  static String device(String name, String value) {
    if (!DEVICE.matcher(Objects.requireNonNull(value, name + " must not be null")).matches()) {
      throw new IllegalArgumentException(
          name + " (\"" + value + "\") must be auto, cpu, gpu or gpu:N");
    }
    return value;
  }
}
