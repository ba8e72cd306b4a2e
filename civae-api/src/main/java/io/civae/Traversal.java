package io.civae;

import io.civae.internal.walk.LinearTraversal;
import io.civae.internal.walk.NormalisedTraversal;
import io.civae.internal.walk.SphericalTraversal;

/**
 * A way from one latent to another. Implementations are immutable and thread-safe. Traversals that
 * know a model or real observations come from {@link CiVaeModel#walks()}.
 */
public interface Traversal {

  /**
   * The straight line {@code z(t) = (1 − t)·a + t·b} at equal steps of t. Between two latents that
   * a discriminator puts in the same class it never leaves that class: such walks are certified.
   *
   * @return the traversal
   */
  static Traversal linear() {
    return LinearTraversal.INSTANCE;
  }

  /**
   * Spherical interpolation (Shoemake, 1985; White, 2016): the direction turns at constant angular
   * speed while the norm goes linearly from one end's to the other's, so that walks between typical
   * draws of N(0, I) keep a typical norm. Where the ends are parallel, opposite or zero, no arc is
   * defined and the straight line is taken. Never certified.
   *
   * @return the traversal
   */
  static Traversal spherical() {
    return SphericalTraversal.INSTANCE;
  }

  /**
   * Norm-preserving interpolation: the points of the straight line, each moved along its ray to the
   * norm {@code (1 − t)·‖a‖ + t·‖b‖}. It takes the same arc as {@link #spherical()}, faster in its
   * middle, at equal steps of the straight line instead of the angle. Where the line passes the
   * origin the ray is undefined and the straight line is taken. Never certified.
   *
   * @return the traversal
   */
  static Traversal normalised() {
    return NormalisedTraversal.INSTANCE;
  }

  /**
   * The points of the walk.
   *
   * @param from the first point, {@code [h]}
   * @param to the last point, {@code [h]}
   * @param points at least 1; 1 gives {@code from} alone
   * @return {@code [points][h]}; the first row equals {@code from} and, from two points on, the
   *     last equals {@code to}, bit for bit
   */
  float[][] latents(float[] from, float[] to, int points);

  /**
   * Whether every point lies on the straight segment between the ends, which is what a certificate
   * rests on.
   *
   * @return false unless an implementation promises it
   */
  default boolean isStraight() {
    return false;
  }
}
