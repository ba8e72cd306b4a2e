package io.civae.augment;

/**
 * What one column must remain.
 *
 * @param low the least value
 * @param high the greatest value
 * @param whole whether only integers are allowed
 */
record ColumnRule(float low, float high, boolean whole) {

  /** Any value goes. */
  static final ColumnRule FREE =
      new ColumnRule(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, false);

  ColumnRule {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low (" + low + ") must be at most high (" + high + ")");
    }
    if (whole && !(Math.ceil(low) <= Math.floor(high))) {
      throw new IllegalArgumentException(
          "the range from " + low + " to " + high + " must hold an integer");
    }
  }

  ColumnRule within(float newLow, float newHigh) {
    return new ColumnRule(newLow, newHigh, whole);
  }

  float nearest(float value) {
    if (whole) {
      return (float) Math.min(Math.floor(high), Math.max(Math.ceil(low), Math.rint(value)));
    }
    return Math.min(high, Math.max(low, value));
  }
}
