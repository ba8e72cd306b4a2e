package io.civae;

/**
 * How features are scaled on their way into the network and back out of it. Scaling is part of the
 * model and of its file: users only ever see their own units.
 *
 * <p>A feature that is constant in the training data carries no information: it enters the network
 * as 0 whatever its value, and comes back as that constant, exactly.
 *
 * <p>With a likelihood {@linkplain Likelihood#isOfCounts() of counts} all of this is about the
 * encoder's input alone, {@code log(1 + x · s / ℓ)}: {@link #AUTO}, {@link #NONE} and {@link
 * #STANDARD} are possible, {@link #AUTO} is {@link #STANDARD}, and what comes back are expected
 * counts whatever the scaling.
 */
public enum Scaling {

  /**
   * Chosen at fit: {@link #NONE} when every training value lies in [0, 1], else {@link #STANDARD}.
   */
  AUTO,

  /** Values enter the network as they are. */
  NONE,

  /** Each feature to mean 0 and standard deviation 1 (divisor n). */
  STANDARD,

  /** Each feature to [0, 1] by its own minimum and maximum. */
  MIN_MAX,

  /**
   * All features to [0, 1] by the one minimum and maximum of the whole matrix, which keeps their
   * relative size: the choice for pixels in 0–255.
   */
  GLOBAL_MIN_MAX
}
