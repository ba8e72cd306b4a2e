package io.civae.internal.walk;

import io.civae.Traversal;

/** The straight line's points at linearly changing norms. */
public enum NormalisedTraversal implements Traversal {
  /** The only one. */
  INSTANCE;

  /** Below this share of the wanted norm the direction of a point is rounding. */
  private static final double SMALLEST_SHARE = 1e-6;

  @Override
  public float[][] latents(float[] from, float[] to, int points) {
    double fromNorm = norm(from);
    double toNorm = norm(to);
    if (from.length == to.length && passesOrigin(from, to, fromNorm, toNorm)) {
      return LinearTraversal.INSTANCE.latents(from, to, points);
    }
    return Curve.sample(
        from,
        to,
        points,
        t -> {
          double[] line = new double[from.length];
          double squares = 0;
          for (int j = 0; j < line.length; j++) {
            line[j] = (1 - t) * from[j] + t * to[j];
            squares += line[j] * line[j];
          }
          double factor = squares > 0 ? ((1 - t) * fromNorm + t * toNorm) / Math.sqrt(squares) : 1;
          float[] z = new float[line.length];
          for (int j = 0; j < z.length; j++) {
            z[j] = (float) (factor * line[j]);
          }
          return z;
        });
  }

  /** Decided once for the whole line, so that no walk is straight in parts. */
  private static boolean passesOrigin(float[] from, float[] to, double fromNorm, double toNorm) {
    double[] difference = new double[from.length];
    double lengthSquared = 0;
    double along = 0;
    for (int j = 0; j < difference.length; j++) {
      difference[j] = (double) to[j] - from[j];
      lengthSquared += difference[j] * difference[j];
      along -= difference[j] * from[j];
    }
    double t = lengthSquared > 0 ? Math.max(0, Math.min(1, along / lengthSquared)) : 0;
    double squares = 0;
    for (int j = 0; j < difference.length; j++) {
      double nearest = from[j] + t * difference[j];
      squares += nearest * nearest;
    }
    return !(Math.sqrt(squares) >= SMALLEST_SHARE * ((1 - t) * fromNorm + t * toNorm))
        || fromNorm == 0
        || toNorm == 0;
  }

  private static double norm(float[] z) {
    double sum = 0;
    for (float value : z) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
