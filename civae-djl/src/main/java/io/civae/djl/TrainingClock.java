package io.civae.djl;

import java.time.Duration;

/**
 * How long a training has taken in all and in the epoch under way, times before a stop included.
 */
final class TrainingClock {

  private static final double NANOS_PER_SECOND = 1e9;

  private final long startNanos;
  private long epochNanos;

  /** Starts now, as if so much time had passed already. */
  TrainingClock(Duration elapsed, double epochSeconds) {
    long now = System.nanoTime();
    startNanos = now - elapsed.toNanos();
    epochNanos = now - (long) (epochSeconds * NANOS_PER_SECOND);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  double epochSeconds() {
    return (System.nanoTime() - epochNanos) / NANOS_PER_SECOND;
  }

  void epochEnded() {
    epochNanos = System.nanoTime();
  }
}
