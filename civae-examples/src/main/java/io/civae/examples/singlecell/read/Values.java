package io.civae.examples.singlecell.read;

/** What the values of a matrix may be; every reader refuses others, naming the place. */
public enum Values {

  /** Molecule counts: integers from 0 to 2²⁴, which a float holds exactly. */
  COUNTS("a count: an integer from 0 to 16777216") {
    @Override
    boolean allows(double value) {
      return value >= 0 && value <= LARGEST_COUNT && value == Math.rint(value);
    }
  },

  /** Any finite number in the range of a float, such as normalised or scaled values. */
  FINITE("a finite number in the range of a float") {
    @Override
    boolean allows(double value) {
      return Math.abs(value) <= Float.MAX_VALUE;
    }
  };

  private static final int LARGEST_COUNT = 1 << 24;

  private final String rule;

  Values(String rule) {
    this.rule = rule;
  }

  /** False for NaN. */
  abstract boolean allows(double value);

  String rule() {
    return rule;
  }
}
