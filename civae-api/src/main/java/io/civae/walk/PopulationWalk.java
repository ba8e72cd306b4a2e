package io.civae.walk;

import io.civae.Traversal;

/**
 * Walks between pairs of observations of two groups, to be summed up feature by feature. Immutable
 * and thread-safe; each setting gives a new one.
 */
public interface PopulationWalk {

  /** Pairs unless set otherwise, for observations of up to 3,355 features. */
  int DEFAULT_PAIRS = 10_000;

  /** Pairs unless set otherwise, however many features there are. */
  int FEWEST_DEFAULT_PAIRS = 1_000;

  /**
   * Pairs times features unless set otherwise: {@value}, which is 134 MB as floats. A run holds two
   * such matrices, and its intervals read one of them {@value #RESAMPLES} times.
   */
  int DEFAULT_VALUES = 1 << 25;

  /** Points unless set otherwise. */
  int DEFAULT_POINTS = 50;

  /** How often the observations are drawn anew for the intervals. */
  int RESAMPLES = 1_000;

  /**
   * The kind of walk.
   *
   * @param traversal straight by default
   * @return a new walk
   */
  PopulationWalk along(Traversal traversal);

  /**
   * The number of points of each walk, ends included.
   *
   * @param points at least 2, {@value #DEFAULT_POINTS} by default
   * @return a new walk
   * @throws IllegalArgumentException if out of range
   */
  PopulationWalk points(int points);

  /**
   * The most pairs unless set otherwise: {@value #DEFAULT_PAIRS}, and for wide observations as many
   * as {@value #DEFAULT_VALUES} values hold, but never below {@value #FEWEST_DEFAULT_PAIRS}.
   *
   * @param features d, at least 1
   * @return {@code min(10,000, max(1,000, ⌊2²⁵ / d⌋))}: 1,677 for 20,000 features
   * @throws IllegalArgumentException if out of range
   */
  static int defaultPairs(int features) {
    if (features < 1) {
      throw new IllegalArgumentException("features (" + features + ") must be at least 1");
    }
    return Math.min(DEFAULT_PAIRS, Math.max(FEWEST_DEFAULT_PAIRS, DEFAULT_VALUES / features));
  }

  /**
   * The most pairs: all pairs are walked when there are no more than that; otherwise so many
   * different ones are drawn, uniformly. What is set here is taken as it is, see {@link #run} for
   * what it needs.
   *
   * @param most at least 1, {@link #defaultPairs} of the number of features by default
   * @return a new walk
   * @throws IllegalArgumentException if out of range
   */
  PopulationWalk pairs(int most);

  /**
   * The seed of the draw of pairs and of the intervals.
   *
   * @param seed any value; that of the model's configuration by default
   * @return a new walk
   */
  PopulationWalk withSeed(long seed);

  /**
   * Walks. Holds {@code 2·pairs·d + pairs·points·h + 1,000·d} floats and takes {@code
   * 1,000·pairs·d} multiplications for the intervals, at most, beside the decoding.
   *
   * @return what the features do on the way
   * @throws IllegalStateException if the model is closed
   */
  PopulationTrends run();
}
