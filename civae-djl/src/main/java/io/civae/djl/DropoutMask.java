package io.civae.djl;

import io.civae.spi.SeededRandom;

/**
 * Draws dropout masks: 0 for a dropped unit, 1 / (1 − share) for a kept one.
 *
 * <p>Each unit takes 16 random bits, so the share is rounded to a multiple of 2⁻¹⁶; kept units are
 * scaled by the rounded share, which keeps the expectation exact.
 */
final class DropoutMask {

  private static final int LANES = 4;
  private static final int LANE_BITS = 16;
  private static final int LEVELS = 1 << LANE_BITS;

  private final int threshold;
  private final int keptBits;

  DropoutMask(double share) {
    threshold = (int) Math.min(LEVELS - 1, Math.round(share * LEVELS));
    keptBits = Float.floatToRawIntBits((float) LEVELS / (LEVELS - threshold));
  }

  boolean dropsNothing() {
    return threshold == 0;
  }

  /** What a kept unit is multiplied by. */
  float keptScale() {
    return Float.intBitsToFloat(keptBits);
  }

  void fill(float[] target, int size, SeededRandom random) {
    int i = 0;
    while (i < size) {
      long bits = random.nextLong();
      int end = Math.min(size, i + LANES);
      for (; i < end; i++) {
        int lane = (int) bits & (LEVELS - 1);
        // All ones below the threshold: no branch that the processor would guess wrong.
        int dropped = (lane - threshold) >> 31;
        target[i] = Float.intBitsToFloat(keptBits & ~dropped);
        bits >>>= LANE_BITS;
      }
    }
  }
}
