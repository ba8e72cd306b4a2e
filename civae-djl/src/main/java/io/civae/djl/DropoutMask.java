package io.civae.djl;

import io.civae.spi.SeededRandom;
import java.util.Arrays;

/**
 * Draws dropout masks: 0 for a dropped unit, 1 / (1 − share) for a kept one.
 *
 * <p>Each unit is compared with the share bit by bit, 64 units at a time, up to 16 bits: the share
 * is rounded to a multiple of 2⁻¹⁶. Kept units are scaled by the rounded share, which keeps the
 * expectation exact. After few bits nearly every unit is decided, so a unit costs about a tenth of
 * a random number.
 */
final class DropoutMask {

  private static final int BITS = 16;
  private static final int LEVELS = 1 << BITS;

  private final int threshold;
  private final float keptScale;

  DropoutMask(double share) {
    threshold = (int) Math.min(LEVELS - 1, Math.round(share * LEVELS));
    keptScale = (float) LEVELS / (LEVELS - threshold);
  }

  boolean dropsNothing() {
    return threshold == 0;
  }

  /** What a kept unit is multiplied by. */
  float keptScale() {
    return keptScale;
  }

  void fill(float[] target, int size, SeededRandom random) {
    Arrays.fill(target, 0, size, keptScale);
    for (int from = 0; from < size; from += Long.SIZE) {
      long dropped = dropped(random);
      while (dropped != 0) {
        int unit = from + Long.numberOfTrailingZeros(dropped);
        if (unit >= size) {
          break;
        }
        target[unit] = 0;
        dropped &= dropped - 1;
      }
    }
  }

  /** One bit for each of 64 units, set where the unit's random number is below the threshold. */
  private long dropped(SeededRandom random) {
    long dropped = 0;
    long equal = -1L;
    // Once the rest of the threshold is zeros, what equals it so far cannot be below it any more.
    int rest = threshold << (Integer.SIZE - BITS);
    while (rest != 0 && equal != 0) {
      long bits = random.nextLong();
      if (rest < 0) {
        dropped |= equal & ~bits;
        equal &= bits;
      } else {
        equal &= ~bits;
      }
      rest <<= 1;
    }
    return dropped;
  }
}
