package io.civae.augment;

import java.util.OptionalInt;

/**
 * Which two members of a class a synthetic observation lies between.
 *
 * @param neighbours the second is one of so many members nearest to the first, by posterior mean;
 *     empty for any other member
 * @param boundaryShare the first is one of this share of members, rounded up, that lie nearest to a
 *     boundary of the class; in (0, 1], 1 for any member
 */
public record Endpoints(OptionalInt neighbours, double boundaryShare) {

  /**
   * Checks the values.
   *
   * @param neighbours at least 1, or empty
   * @param boundaryShare in (0, 1]
   * @throws IllegalArgumentException if a value is out of range
   */
  public Endpoints {
    if (neighbours.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "neighbours (" + neighbours.getAsInt() + ") must be at least 1");
    }
    if (!(boundaryShare > 0 && boundaryShare <= 1)) {
      throw new IllegalArgumentException(
          "boundaryShare (" + boundaryShare + ") must be above 0 and at most 1");
    }
  }

  /**
   * Two different members, uniformly: the whole class is covered. The default.
   *
   * @return the strategy
   */
  public static Endpoints anyPair() {
    return new Endpoints(OptionalInt.empty(), 1);
  }

  /**
   * Any member and one of its nearest: short walks that stay near real observations.
   *
   * @param k how many nearest; a class with fewer others uses all of them
   * @return the strategy
   * @throws IllegalArgumentException if k is below 1
   */
  public static Endpoints nearestNeighbours(int k) {
    return new Endpoints(OptionalInt.of(k), 1);
  }

  /**
   * A member near a boundary of its class, by the discriminator, and one of its nearest: more
   * observations where classes are told apart (the idea of borderline SMOTE: Han, Wang and Mao,
   * 2005).
   *
   * @param share of members to start from, in (0, 1]
   * @param k how many nearest; a class with fewer others uses all of them
   * @return the strategy
   * @throws IllegalArgumentException if a value is out of range
   */
  public static Endpoints nearBoundary(double share, int k) {
    return new Endpoints(OptionalInt.of(k), share);
  }
}
