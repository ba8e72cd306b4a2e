package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.TrainingDivergedException;
import io.civae.spi.NetworkParameters;

/** Ends a training whose loss or parameters are no longer finite. */
final class Divergence {

  private static final double LOWER = 0.5;

  private final CiVaeConfig config;
  private final int rollbacks;

  /** {@code rollbacks} is how often the training has gone back because of it. */
  Divergence(CiVaeConfig config, int rollbacks) {
    this.config = config;
    this.rollbacks = rollbacks;
  }

  /** What learning rates are multiplied by: each time a training goes back, they are halved. */
  static double rateFactor(int rollbacks) {
    return Math.pow(LOWER, rollbacks);
  }

  void check(BatchTerms.Values values, int epoch, long step) {
    check("reconstruction", values.reconstruction(), epoch, step);
    check("klDivergence", values.klDivergence(), epoch, step);
    check("discriminator", values.discriminator(), epoch, step);
  }

  void check(String term, float value, int epoch, long step) {
    if (!Float.isFinite(value)) {
      throw diverged("loss term " + term, value, "at epoch " + epoch + ", step " + step);
    }
  }

  /** The last update is followed by no step that would notice it. */
  void check(NetworkParameters parameters, int epoch, long step) {
    for (String name : parameters.names()) {
      for (float value : parameters.get(name).values()) {
        if (!Float.isFinite(value)) {
          throw diverged("parameter " + name, value, "after epoch " + epoch + ", step " + step);
        }
      }
    }
  }

  private TrainingDivergedException diverged(String what, float value, String where) {
    return new TrainingDivergedException(
        what
            + " ("
            + value
            + ") "
            + where
            + " must be finite; lower learningRate ("
            + config.learningRate()
            + (rollbacks == 0 ? "" : ", halved " + rollbacks + " times so far")
            + ") or use a scaling (now "
            + config.scaling()
            + ") that keeps features near 1");
  }
}
