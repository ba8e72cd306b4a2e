package io.civae.examples.benchmark;

import java.util.Arrays;

/** Times work several times over, after as many runs that are not timed. */
final class Stopwatch {

  private static final double NANOS_PER_SECOND = 1e9;

  private Stopwatch() {}

  /** The median of the seconds that a run takes. */
  static double medianSeconds(int runs, Runnable work) {
    return medianSeconds(runs, runs, work);
  }

  /** The median of the seconds that a run takes, after some that are not timed. */
  static double medianSeconds(int warmUp, int runs, Runnable work) {
    for (int i = 0; i < warmUp; i++) {
      work.run();
    }
    double[] seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
    return median(seconds);
  }

  /** The middle value, of an even number of values the higher of the two in the middle. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
