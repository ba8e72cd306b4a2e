package io.civae.examples.benchmark;

import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.lang.management.ManagementFactory;

/**
 * What a training holds on the heap beyond what was there before it: what the garbage collector
 * leaves after a step less what it left before the training. The step is the last one that is
 * timed, so that collecting takes no part of any time.
 */
final class LiveHeap implements TrainingListener {

  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final long step;
  private final long before = live();
  private long during;
  private boolean seen;

  /** Looks now, while the data are there and the training has not begun, and after that step. */
  LiveHeap(long step) {
    this.step = step;
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    if (progress.step() == step) {
      during = live();
      seen = true;
    }
  }

  /**
   * Its size, in 10⁶ bytes; 0 for less than the collector can tell.
   *
   * @throws IllegalStateException if training ended before the step
   */
  double megabytes() {
    if (!seen) {
      throw new IllegalStateException("training ended before step " + step);
    }
    return Math.max(0, during - before) / BYTES_PER_MEGABYTE;
  }
}
