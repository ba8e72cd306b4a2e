package io.civae.internal.walk;

import io.civae.TraversalPath;
import java.util.Optional;

/** A walk's points, computed. */
final class DecodedPath implements TraversalPath {

  private final float[][] latents;
  private final float[][] observations;
  private final float[][] probabilities;
  private final Optional<String> certifiedClass;

  /** Takes ownership of the arrays. */
  DecodedPath(
      float[][] latents,
      float[][] observations,
      float[][] probabilities,
      Optional<String> certifiedClass) {
    this.latents = latents;
    this.observations = observations;
    this.probabilities = probabilities;
    this.certifiedClass = certifiedClass;
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
    return copy(probabilities);
  }

  @Override
  public boolean isCertified() {
    return certifiedClass.isPresent();
  }

  @Override
  public Optional<String> certifiedClass() {
    return certifiedClass;
  }

  private static float[][] copy(float[][] rows) {
    float[][] result = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = rows[i].clone();
    }
    return result;
  }

  @Override
  public String toString() {
    return "TraversalPath[" + points() + " points, certified " + certifiedClass.orElse("no") + "]";
  }
}
