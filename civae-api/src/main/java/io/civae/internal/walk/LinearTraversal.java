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

  static float[] between(float[] from, float[] to, double t) {
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
