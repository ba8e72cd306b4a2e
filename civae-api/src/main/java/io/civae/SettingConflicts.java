package io.civae;

import org.jspecify.annotations.Nullable;

/** What settings rule out in each other. */
final class SettingConflicts {

  private SettingConflicts() {}

  static void check(CiVaeBuilder settings) {
    if (settings.likelihood == Likelihood.BERNOULLI) {
      checkBernoulli(settings);
    }
    checkCounts(settings.likelihood, settings.scaling, settings.outputActivation);
  }

  private static void checkBernoulli(CiVaeBuilder settings) {
    if (settings.outputActivation == OutputActivation.LINEAR) {
      throw new IllegalArgumentException(
          "outputActivation (LINEAR) must be SIGMOID or AUTO with likelihood BERNOULLI");
    }
    if (settings.scaling == Scaling.STANDARD) {
      throw new IllegalArgumentException(
          "scaling (STANDARD) must keep features in [0, 1] with likelihood BERNOULLI:"
              + " AUTO, NONE, MIN_MAX or GLOBAL_MIN_MAX");
    }
  }

  private static void checkCounts(
      Likelihood likelihood, Scaling scaling, OutputActivation outputActivation) {
    if (likelihood.isOfCounts()
        && (scaling == Scaling.MIN_MAX || scaling == Scaling.GLOBAL_MIN_MAX)) {
      throw new IllegalArgumentException(
          "scaling (" + scaling + ") must be AUTO, NONE or STANDARD with likelihood " + likelihood);
    }
    boolean softmax = outputActivation == OutputActivation.SOFTMAX;
    if (likelihood.isOfCounts() && !softmax && outputActivation != OutputActivation.AUTO) {
      throw new IllegalArgumentException(
          "outputActivation ("
              + outputActivation
              + ") must be SOFTMAX or AUTO with likelihood "
              + likelihood);
    }
    if (softmax && !likelihood.isOfCounts()) {
      throw new IllegalArgumentException(
          "outputActivation (SOFTMAX) must not be used with likelihood "
              + likelihood
              + ": it is for counts");
    }
  }

  static void checkTransform(Likelihood likelihood, @Nullable ObservationTransform transform) {
    if (likelihood.isOfCounts() && transform != null) {
      throw new IllegalArgumentException(
          "observationTransform ("
              + transform.description()
              + ") must not be used with likelihood "
              + likelihood
              + ": changed counts are counts of nothing");
    }
  }
}
