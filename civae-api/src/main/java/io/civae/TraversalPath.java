package io.civae;

import java.util.Optional;

/** A decoded walk through the latent space. Immutable: every array returned is a copy. */
public interface TraversalPath {

  /**
   * The number of points.
   *
   * @return at least 1
   */
  int points();

  /**
   * The latents along the walk.
   *
   * @return {@code [points][h]}
   */
  float[][] latents();

  /**
   * The decoded observations along the walk, in the user's units. The ends are the reconstructions
   * of the two observations, not the observations themselves.
   *
   * @return {@code [points][d]}
   */
  float[][] observations();

  /**
   * The discriminator's class probabilities along the walk.
   *
   * @return {@code [points][k]}; k is 0 when the model was trained without labels
   */
  float[][] probabilities();

  /**
   * Whether the walk provably stays in one class of the discriminator: it is straight and the
   * discriminator puts both ends in the same class, by more than rounding. The region of a class is
   * an intersection of half-spaces, hence convex, so the whole segment lies in it. The certificate
   * speaks of latents and of the model's own discriminator; it says nothing about decoded
   * observations.
   *
   * @return true when certified
   */
  boolean isCertified();

  /**
   * The class that the certificate names.
   *
   * @return empty when the walk is not certified
   */
  Optional<String> certifiedClass();
}
