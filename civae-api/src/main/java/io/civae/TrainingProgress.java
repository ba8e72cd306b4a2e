package io.civae;

import java.time.Duration;

/**
 * How far a training has come.
 *
 * @param epoch the epoch under way, from 1
 * @param epochs how many there will be
 * @param step steps done since the start
 * @param steps how many there will be
 * @param elapsed since the first step began
 */
public record TrainingProgress(int epoch, int epochs, long step, long steps, Duration elapsed) {

  /**
   * An estimate of the time left, from the mean time of the steps so far.
   *
   * @return zero at the end; zero before the first step, when nothing is known
   */
  public Duration remaining() {
    return step == 0
        ? Duration.ZERO
        : Duration.ofNanos((long) (elapsed.toNanos() * ((double) (steps - step) / step)));
  }
}
