package io.civae.internal.walk;

/** Two groups of observations as a population walk needs them. Its arrays must not be changed. */
final class Groups {

  private final float[][] from;
  private final float[][] to;
  private final double[] deviation;

  /** Takes ownership: posterior means {@code [n][h]}, standard deviations {@code [d]}. */
  Groups(float[][] from, float[][] to, double[] deviation) {
    this.from = from;
    this.to = to;
    this.deviation = deviation;
  }

  float[][] from() {
    return from;
  }

  float[][] to() {
    return to;
  }

  /** Of each feature among the observations of both groups together. */
  double[] deviation() {
    return deviation;
  }
}
