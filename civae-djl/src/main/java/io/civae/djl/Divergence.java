package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.TrainingDivergedException;
import io.civae.spi.NetworkParameters;

/** Ends a training whose loss or parameters are no longer finite. */
final class Divergence {

  private Divergence() {}

  static void check(BatchTerms.Values values, CiVaeConfig config, int epoch, long step) {
    check("reconstruction", values.reconstruction(), config, epoch, step);
    check("klDivergence", values.klDivergence(), config, epoch, step);
    check("discriminator", values.discriminator(), config, epoch, step);
  }

  static void check(String term, float value, CiVaeConfig config, int epoch, long step) {
    if (!Float.isFinite(value)) {
      throw new TrainingDivergedException(
          "loss term "
              + term
              + " ("
              + value
              + ") at epoch "
              + epoch
              + ", step "
              + step
              + hint(config));
    }
  }

  /** The last update is followed by no step that would notice it. */
  static void check(NetworkParameters parameters, CiVaeConfig config, int epoch, long step) {
    for (String name : parameters.names()) {
      for (float value : parameters.get(name).values()) {
        if (!Float.isFinite(value)) {
          throw new TrainingDivergedException(
              "parameter "
                  + name
                  + " ("
                  + value
                  + ") after epoch "
                  + epoch
                  + ", step "
                  + step
                  + hint(config));
        }
      }
    }
  }

  private static String hint(CiVaeConfig config) {
    return " must be finite; lower learningRate ("
        + config.learningRate()
        + ") or use a scaling (now "
        + config.scaling()
        + ") that keeps features near 1";
  }
}
