package io.civae.walk;

import io.civae.Traversal;

/**
 * Walks between pairs of observations of two groups, to be summed up feature by feature. Immutable
 * and thread-safe; each setting gives a new one.
 */
public interface PopulationWalk {

  /** Pairs unless set otherwise. */
  int DEFAULT_PAIRS = 10_000;

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
   * The most pairs: all pairs are walked when there are no more than that; otherwise so many
   * different ones are drawn, uniformly.
   *
   * @param most at least 1, {@value #DEFAULT_PAIRS} by default
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
   * Walks. Holds {@code 2·pairs·d + pairs·points·h} floats.
   *
   * @return what the features do on the way
   * @throws IllegalStateException if the model is closed
   */
  PopulationTrends run();
}
