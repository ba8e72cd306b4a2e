package io.civae.internal.walk;

import java.util.function.DoubleFunction;

/** Samples a curve at equal steps of its parameter, with both ends exact. */
final class Curve {

  private Curve() {}

  static float[][] sample(float[] from, float[] to, int points, DoubleFunction<float[]> curve) {
    if (points < 1) {
      throw new IllegalArgumentException("points (" + points + ") must be at least 1");
    }
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "to has " + to.length + " values, from has " + from.length + "; both must be latents");
    }
    float[][] latents = new float[points][];
    latents[0] = from.clone();
    for (int i = 1; i < points - 1; i++) {
      latents[i] = curve.apply((double) i / (points - 1));
    }
    if (points > 1) {
      latents[points - 1] = to.clone();
    }
    return latents;
  }
}
