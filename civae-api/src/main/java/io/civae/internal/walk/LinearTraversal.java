package io.civae.internal.walk;

import io.civae.Traversal;

/** The straight line at equal steps. */
public enum LinearTraversal implements Traversal {
  /** The only one. */
  INSTANCE;

  @Override
  public float[][] latents(float[] from, float[] to, int points) {
    return Curve.sample(from, to, points, t -> between(from, to, t));
  }

  /**
   * One point of the line.
   *
   * @param from the point at t = 0
   * @param to the point at t = 1
   * @param t in [0, 1]
   * @return {@code (1 − t)·from + t·to}
   */
  public static float[] between(float[] from, float[] to, double t) {
    float[] z = new float[from.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = (float) ((1 - t) * from[j] + t * to[j]);
    }
    return z;
  }

  @Override
  public boolean isStraight() {
    return true;
  }
}
