package io.civae.internal.walk;

import io.civae.Traversal;

/** Turns the direction at constant angular speed while the norm goes linearly. */
public enum SphericalTraversal implements Traversal {
  /** The only one. */
  INSTANCE;

  /** Below this sine the arc is numerically a line, or undefined between opposite ends. */
  private static final double SMALLEST_SINE = 1e-6;

  @Override
  public float[][] latents(float[] from, float[] to, int points) {
    double fromNorm = norm(from);
    double toNorm = norm(to);
    double dot = 0;
    for (int j = 0; j < Math.min(from.length, to.length); j++) {
      dot += (double) from[j] * to[j];
    }
    double angle = Math.acos(Math.max(-1, Math.min(1, dot / (fromNorm * toNorm))));
    double sine = Math.sin(angle);
    if (!(sine >= SMALLEST_SINE)) {
      return LinearTraversal.INSTANCE.latents(from, to, points);
    }
    return Curve.sample(
        from,
        to,
        points,
        t -> {
          double radius = (1 - t) * fromNorm + t * toNorm;
          double a = radius * Math.sin((1 - t) * angle) / (sine * fromNorm);
          double b = radius * Math.sin(t * angle) / (sine * toNorm);
          float[] z = new float[from.length];
          for (int j = 0; j < z.length; j++) {
            z[j] = (float) (a * from[j] + b * to[j]);
          }
          return z;
        });
  }

  private static double norm(float[] z) {
    double sum = 0;
    for (float value : z) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
