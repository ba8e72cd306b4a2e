package io.civae.djl;

/** The share of α that counts in each step: from 0 up to 1 in a straight line. */
final class KlWarmUp {

  private final double rising;

  /** {@code share} of {@code steps} is how long it rises. */
  KlWarmUp(double share, long steps) {
    rising = share * steps;
  }

  /** {@code min(1, step / (share · steps))}, the step counted from 0. */
  double share(long step) {
    return step >= rising ? 1 : step / rising;
  }
}
