package io.civae.examples.benchmark;

import io.civae.TrainingListener;
import io.civae.TrainingProgress;

/**
 * Times the steps of a training after a warm-up: from the end of the last step of the warm-up to
 * the end of the last timed one, so that batches, noise and whatever happens between steps count.
 */
final class TrainingClock implements TrainingListener {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long warmUp;
  private final long steps;
  private long start;
  private long end;
  private boolean complete;

  TrainingClock(long warmUp, long steps) {
    this.warmUp = warmUp;
    this.steps = steps;
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    if (progress.step() == warmUp) {
      start = System.nanoTime();
    } else if (progress.step() == warmUp + steps) {
      end = System.nanoTime();
      complete = true;
    }
  }

  /**
   * The mean of the timed steps, in milliseconds.
   *
   * @throws IllegalStateException if training ended before the last of them
   */
  double stepMillis() {
    if (!complete) {
      throw new IllegalStateException(
          "training ended before step " + (warmUp + steps) + ", the last one to be timed");
    }
    return (end - start) / NANOS_PER_MILLI / steps;
  }
}
