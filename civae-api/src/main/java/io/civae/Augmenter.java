package io.civae;

import io.civae.data.LabeledDataset;

/**
 * Makes labelled synthetic observations by walking inside a class: two different members of the
 * class are drawn from the source, uniformly, and the point at a uniform {@code t} in (0, 1) on the
 * straight line between their posterior means is decoded.
 *
 * <p>Immutable and thread-safe while its model is open. Reproducible: the same call on the same
 * augmenter gives the same observations; use {@link #withSeed} for others.
 */
public interface Augmenter {

  /**
   * Makes observations of one class.
   *
   * @param className a class with at least two members in the source
   * @param count at least 1
   * @return exactly {@code count} synthetic observations, all of this class
   * @throws IllegalArgumentException if the class is unknown or has fewer than two members, or the
   *     count is out of range
   */
  LabeledDataset generate(String className, int count);

  /**
   * Brings every class to the size of the largest.
   *
   * <p>A class of one member has no pair to walk between: its synthetic observations are decoded
   * samples of that member's posterior, and a warning says so. A class without members stays
   * without.
   *
   * @return the source's observations, untouched and first, then the synthetic ones class by class
   * @throws IllegalArgumentException if nothing in the source is labelled
   */
  LabeledDataset balance();

  /**
   * The same augmenter with another seed.
   *
   * @param seed any value; the default is that of the model's configuration
   * @return a new augmenter
   */
  Augmenter withSeed(long seed);
}
