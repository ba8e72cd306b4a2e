package io.civae.internal.augment;

import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Position;
import io.civae.augment.Rejection;

/**
 * How synthetic observations are made.
 *
 * @param endpoints between which members
 * @param position where on the walk
 * @param noise scale of posterior noise
 * @param residuals whether those of the parents come back
 * @param rejection what is thrown away
 * @param constraints what columns must remain
 * @param seed of every draw
 */
record Recipe(
    Endpoints endpoints,
    Position position,
    double noise,
    boolean residuals,
    Rejection rejection,
    Constraints constraints,
    long seed) {

  /** As many as SMOTE takes; short walks stay near what was seen. */
  private static final int TABLE_NEIGHBOURS = 5;

  /** Half of the way: beyond it rows repeat those that start at the other member. */
  private static final double TABLE_FARTHEST = 0.5;

  static Recipe standard(long seed) {
    return new Recipe(
        Endpoints.anyPair(),
        Position.anywhere(),
        0,
        false,
        Rejection.none(),
        Constraints.none(),
        seed);
  }

  /** The measured one for tables; what is thrown away or kept, noise and seed stay. */
  Recipe forTables() {
    return between(Endpoints.nearestNeighbours(TABLE_NEIGHBOURS))
        .at(Position.between(0, TABLE_FARTHEST))
        .withResiduals();
  }

  Recipe between(Endpoints other) {
    return new Recipe(other, position, noise, residuals, rejection, constraints, seed);
  }

  Recipe at(Position other) {
    return new Recipe(endpoints, other, noise, residuals, rejection, constraints, seed);
  }

  Recipe withNoise(double other) {
    if (!(other >= 0 && other < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale (" + other + ") must be finite and non-negative");
    }
    return new Recipe(endpoints, position, other, residuals, rejection, constraints, seed);
  }

  Recipe withResiduals() {
    return new Recipe(endpoints, position, noise, true, rejection, constraints, seed);
  }

  Recipe rejecting(Rejection other) {
    return new Recipe(endpoints, position, noise, residuals, other, constraints, seed);
  }

  Recipe keeping(Constraints other) {
    return new Recipe(endpoints, position, noise, residuals, rejection, other, seed);
  }

  Recipe withSeed(long other) {
    return new Recipe(endpoints, position, noise, residuals, rejection, constraints, other);
  }
}
