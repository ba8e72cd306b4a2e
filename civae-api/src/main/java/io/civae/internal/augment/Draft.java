package io.civae.internal.augment;

/** A point between two members, drawn and not yet decoded. */
final class Draft {

  private final int first;
  private final int second;
  private final double t;
  private final float[] latent;

  /** Takes ownership; parents are positions among the members of the class. */
  Draft(int first, int second, double t, float[] latent) {
    this.first = first;
    this.second = second;
    this.t = t;
    this.latent = latent;
  }

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  double t() {
    return t;
  }

  float[] latent() {
    return latent;
  }
}
