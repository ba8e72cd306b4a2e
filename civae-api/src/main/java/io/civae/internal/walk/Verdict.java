package io.civae.internal.walk;

import java.util.Optional;

/** What discriminator and reference observations say of a walk's points. */
final class Verdict {

  private final float[][] probabilities;
  private final Optional<String> certifiedClass;
  private final Optional<String> className;
  private final double[] margins;
  private final double[] holeScores;

  /** Takes ownership; margins and hole scores are of all points or have no value. */
  Verdict(
      float[][] probabilities,
      Optional<String> certifiedClass,
      Optional<String> className,
      double[] margins,
      double[] holeScores) {
    this.probabilities = probabilities;
    this.certifiedClass = certifiedClass;
    this.className = className;
    this.margins = margins;
    this.holeScores = holeScores;
  }

  /** Of a model without classes. */
  static Verdict none(int points) {
    return new Verdict(
        new float[points][0], Optional.empty(), Optional.empty(), new double[0], new double[0]);
  }

  float[][] probabilities() {
    return probabilities;
  }

  Optional<String> certifiedClass() {
    return certifiedClass;
  }

  Optional<String> className() {
    return className;
  }

  double[] margins() {
    return margins;
  }

  double[] holeScores() {
    return holeScores;
  }
}
