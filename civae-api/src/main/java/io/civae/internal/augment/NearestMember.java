package io.civae.internal.augment;

import org.jspecify.annotations.Nullable;

/**
 * Finds the member of a class that is nearest to an observation: exactly, and of several equally
 * near the first. Immutable and thread-safe.
 */
final class NearestMember {

  /** So many features are compared before looking whether a member is too far already. */
  private static final int STRIDE = 64;

  /** Narrower rows are compared as fast as their shadows. */
  private static final int FEWEST_FEATURES = 96;

  /** Fewer comparisons are over before the directions are found. */
  private static final long FEWEST_COMPARISONS = 100_000;

  private static final double[] NO_BOUNDS = {};

  private final float[][] members;
  private final @Nullable PrincipalShadows shadows;

  private NearestMember(float[][] members, @Nullable PrincipalShadows shadows) {
    this.members = members;
    this.shadows = shadows;
  }

  /** Members, and how many observations they will be compared with. */
  static NearestMember among(float[][] members, int observations) {
    boolean pays =
        members[0].length >= FEWEST_FEATURES
            && (long) members.length * observations >= FEWEST_COMPARISONS;
    return new NearestMember(members, pays ? PrincipalShadows.of(members) : null);
  }

  /** The position of the nearest member; {@code guess} is one that is likely to be near. */
  int of(float[] x, int guess) {
    double[] bounds = shadows == null ? NO_BOUNDS : shadows.bounds(x);
    int nearest = guess;
    double best = squaredDistance(x, guess);
    if (bounds.length > 0) {
      int lowest = lowest(bounds);
      double distance = squaredDistance(x, lowest);
      nearest = distance < best ? lowest : guess;
      best = Math.min(distance, best);
    }
    for (int i = 0; i < members.length; i++) {
      if (bounds.length > 0 && bounds[i] > best) {
        continue;
      }
      double distance = squared(x, members[i], best);
      if (distance < best || (distance == best && i < nearest)) {
        best = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static int lowest(double[] bounds) {
    int lowest = 0;
    for (int i = 1; i < bounds.length; i++) {
      lowest = bounds[i] < bounds[lowest] ? i : lowest;
    }
    return lowest;
  }

  /** The squared distance to a member. */
  double squaredDistance(float[] x, int member) {
    return squared(x, members[member], Double.POSITIVE_INFINITY);
  }

  /** The squared distance, or something above {@code enough} if it is above that. */
  private static double squared(float[] a, float[] b, double enough) {
    double sum = 0;
    for (int from = 0; from < a.length && sum <= enough; from += STRIDE) {
      int to = Math.min(a.length, from + STRIDE);
      for (int f = from; f < to; f++) {
        double difference = (double) a[f] - b[f];
        sum += difference * difference;
      }
    }
    return sum;
  }
}
