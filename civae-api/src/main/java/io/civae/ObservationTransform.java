package io.civae;

import java.util.random.RandomGenerator;

/**
 * A random change of training observations that keeps their class: the network sees each
 * observation changed anew in every epoch, in place of the observation itself, and so learns what
 * does not matter. Validation, encoding and everything after training see observations as they are.
 *
 * <p>Implementations are thread-safe and take all their randomness from the generator they are
 * given, which is seeded by {@link CiVaeBuilder#seed}, the epoch and the row: so a run can be
 * repeated and resumed.
 *
 * @see ImageJitter
 */
@FunctionalInterface
public interface ObservationTransform {

  /**
   * Changes one observation in place.
   *
   * @param observation d values in the user's own units; afterwards still finite, and with {@link
   *     Likelihood#BERNOULLI} within [0, 1] once scaled
   * @param random uniform and normal deviates for this observation in this epoch
   */
  void apply(float[] observation, RandomGenerator random);

  /**
   * What it does, for the provenance of a model; equal texts should mean equal transforms.
   *
   * @return one line; the class's name unless overridden
   */
  default String description() {
    return getClass().getName();
  }
}
