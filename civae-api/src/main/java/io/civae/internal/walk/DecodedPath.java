package io.civae.internal.walk;

import io.civae.TraversalPath;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** A walk's points, computed. */
final class DecodedPath implements TraversalPath {

  private final float[][] latents;
  private final float[][] observations;
  private final Verdict verdict;

  /** Takes ownership of the arrays. */
  DecodedPath(float[][] latents, float[][] observations, Verdict verdict) {
    this.latents = latents;
    this.observations = observations;
    this.verdict = verdict;
  }

  @Override
  public int points() {
    return latents.length;
  }

  @Override
  public float[][] latents() {
    return copy(latents);
  }

  @Override
  public float[][] observations() {
    return copy(observations);
  }

  @Override
  public float[][] probabilities() {
    return copy(verdict.probabilities());
  }

  @Override
  public boolean isCertified() {
    return certifiedClass().isPresent();
  }

  @Override
  public Optional<String> certifiedClass() {
    return verdict.certifiedClass();
  }

  @Override
  public Optional<String> className() {
    return verdict.className();
  }

  @Override
  public OptionalDouble margin(int point) {
    return at(verdict.margins(), point);
  }

  @Override
  public OptionalDouble holeScore(int point) {
    return at(verdict.holeScores(), point);
  }

  private OptionalDouble at(double[] values, int point) {
    Objects.checkIndex(point, latents.length);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[point]);
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public String toString() {
    return "TraversalPath["
        + points()
        + " points, certified "
        + certifiedClass().orElse("no")
        + "]";
  }
}
