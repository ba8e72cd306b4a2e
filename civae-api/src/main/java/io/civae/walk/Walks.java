package io.civae.walk;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.FeatureMatrix;

/**
 * Walks of a model that need more than two latents: through several stops, along real observations,
 * along the decoder's geodesics, between whole groups. With reference observations the points of
 * every walk carry their hole score.
 *
 * <p>Immutable, thread-safe and valid while its model is open. Keeps the posteriors of reference
 * observations of each class it was asked about, which are small beside the observations.
 */
public interface Walks {

  /**
   * The latent of an observation, to walk from, through or to: its posterior mean.
   *
   * @param x an observation in the user's units, {@code [d]}
   * @return {@code [h]}; the array belongs to the caller
   * @throws IllegalArgumentException if the number of features is wrong or a value is not finite
   */
  float[] latentOf(float[] x);

  /**
   * The mean latent of a class: the mean of the posterior means of its reference observations.
   *
   * @param className a class with reference observations
   * @return {@code [h]}; the array belongs to the caller
   * @throws IllegalArgumentException if there is no reference observation of this class
   */
  float[] classMean(String className);

  /**
   * Walks through two or more latents, decodes and judges each point. Each stop is a point of the
   * walk, bit for bit. A number of points is dealt out to the legs in proportion to their latent
   * lengths, by largest remainder, after each has got one step. The walk is certified when every
   * leg is straight and the discriminator puts every stop in one class by more than rounding.
   *
   * @param traversal the kind of each leg
   * @param spacing how densely
   * @param stops at least two latents, {@code [h]} each, see {@link #latentOf}, {@link #classMean}
   * @return the walk
   * @throws IllegalArgumentException if a latent does not fit, there are fewer points than stops
   *     (one point alone is allowed), or {@link #requireAgreement} finds a stop outside
   */
  TraversalPath walk(Traversal traversal, Spacing spacing, float[]... stops);

  /**
   * The same walks, which insist that the discriminator puts every stop in a class. Margins and
   * hole scores are then those of this class.
   *
   * @param className one of the model's classes
   * @return new walks
   * @throws IllegalArgumentException if there is no such class
   */
  Walks requireAgreement(String className);

  /**
   * A traversal along the real observations of a class, around the holes between them.
   *
   * <p>The nodes of a graph are the posterior means of reference observations of the class that the
   * discriminator puts there, at most 1,000 of them, chosen by the model's seed. Where it puts none
   * there, walks are straight lines at equal steps, and a warning says so. Each is joined to its 10
   * nearest in the latent space; an edge weighs as much as its decoded length over three pieces. A
   * graph that falls apart is built with 20, then 40 neighbours, and what is still apart is joined
   * where it is nearest; a warning says so. A walk joins its ends to their nearest nodes, takes the
   * shortest path (Dijkstra, 1959), rounds its corners (three rounds of corner cutting: Chaikin,
   * 1974) and puts its points at equal decoded lengths.
   *
   * <p>Guarantee: both ends are reproduced bit for bit, and every point is a convex combination of
   * the ends and of posterior means that the discriminator puts in the class; so when it puts the
   * ends there too, every point lies in it, up to rounding. Not certified.
   *
   * <p>Cost, with n nodes: {@code n²·h} multiplications and some {@code 30·n} decoded points once,
   * about 300 decoded points a walk. Keep the traversal.
   *
   * @param className a class with reference observations
   * @return the traversal, valid while the model is open
   * @throws IllegalArgumentException if there is no reference observation of this class
   */
  Traversal holeAware(String className);

  /**
   * A traversal that makes the decoded walk short: 15 points between the ends, put at first on the
   * straight line, are moved to lower {@code Σ_i ‖g(z_{i+1}) − g(z_i)‖²}, with g the decoder in the
   * user's units (Shao, Kumar and Fletcher, 2018), by at most 10 steps of Levenberg and Marquardt
   * on Jacobians by finite differences; then the points are put at equal decoded lengths.
   *
   * <p>Guarantee: both ends are reproduced bit for bit; the decoded length is never above that of
   * the straight line, neither over the points asked for nor over 256 fine steps; where it would be
   * the straight line is taken. Not certified: it may leave the class. Deterministic.
   *
   * <p>Cost: at most {@code 150·h + 900} decoded points, twice the points asked for, and {@code
   * 300·d·h²} multiplications a walk. Features of a larger scale weigh more.
   *
   * @return the traversal, valid while the model is open
   */
  Traversal geodesic();

  /**
   * A walk of a whole group of observations to another, usually of one class.
   *
   * @param from observations in the user's units
   * @param to observations in the user's units
   * @return the walk, to be set up and run
   * @throws IllegalArgumentException if the number of features is wrong, a value is not finite, or
   *     {@link #requireAgreement} finds an observation outside
   */
  PopulationWalk population(FeatureMatrix from, FeatureMatrix to);
}
