package io.civae;

import io.civae.walk.PathShape;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /**
   * The class that {@link #margin} and {@link #holeScore} speak of: the one that agreement was
   * required with, else the one that the discriminator puts the first point in.
   *
   * @return empty when the model was trained without labels
   */
  Optional<String> className();

  /**
   * The distance of one latent to the nearest boundary of the walk's class, see {@link
   * LinearDiscriminator#margins}.
   *
   * @param point from 0 to {@code points() − 1}
   * @return negative outside of the class; empty when the model was trained without labels
   * @throws IndexOutOfBoundsException if there is no such point
   */
  OptionalDouble margin(int point);

  /**
   * How well real observations of the walk's class cover one latent, see {@link
   * io.civae.walk.AggregatePosterior}.
   *
   * @param point from 0 to {@code points() − 1}
   * @return nats; empty when no reference observation of the class was given, for the model keeps
   *     none: see {@link CiVaeModel#walks(io.civae.data.LabeledDataset)}
   * @throws IndexOutOfBoundsException if there is no such point
   */
  OptionalDouble holeScore(int point);

  /**
   * Length, relative length and smoothness of the decoded walk.
   *
   * @return the shape of {@link #observations()}
   */
  default PathShape shape() {
    return PathShape.of(observations());
  }
}
