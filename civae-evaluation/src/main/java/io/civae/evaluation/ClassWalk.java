package io.civae.evaluation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A walk between two observations of one class, as evaluation sees it: made by a model, or by a
 * baseline that has no latent space.
 */
public final class ClassWalk {

  private final String className;
  private final @Nullable ClassPair pair;
  private final float[][] observations;
  private final float[][] latents;

  /**
   * A walk of which nobody knows the ends: it is taken to share them with no other walk.
   *
   * @param className the class of both ends
   * @param observations {@code [points][d]}, ends included; not copied
   * @param latents {@code [points][h]}, or with no row where there is no latent space; not copied
   */
  public ClassWalk(String className, float[][] observations, float[][] latents) {
    this(className, null, observations, latents);
  }

  /**
   * A walk between two observations of a dataset.
   *
   * @param pair its ends, which other walks may share
   * @param observations {@code [points][d]}, ends included; not copied
   * @param latents {@code [points][h]}, or with no row where there is no latent space; not copied
   */
  public ClassWalk(ClassPair pair, float[][] observations, float[][] latents) {
    this(pair.className(), pair, observations, latents);
  }

  private ClassWalk(
      String className, @Nullable ClassPair pair, float[][] observations, float[][] latents) {
    this.className = className;
    this.pair = pair;
    this.observations = observations;
    this.latents = latents;
  }

  /**
   * The observations it was made between.
   *
   * @return their indices; empty where they are unknown
   */
  public Optional<ClassPair> pair() {
    return Optional.ofNullable(pair);
  }

  /**
   * The class of both ends.
   *
   * @return its name
   */
  public String className() {
    return className;
  }

  /**
   * The points, ends included.
   *
   * @return {@code [points][d]}, not a copy
   */
  public float[][] observations() {
    return observations;
  }

  /**
   * The points between the ends.
   *
   * @return {@code [points − 2][d]}; the rows are not copies
   */
  public float[][] interior() {
    float[][] interior = new float[Math.max(0, observations.length - 2)][];
    System.arraycopy(observations, Math.min(1, observations.length), interior, 0, interior.length);
    return interior;
  }

  /** Checks that there is a latent for each point, as there is none for walks without a model. */
  void checkLatents(String name) {
    if (latents.length != observations.length) {
      throw new IllegalArgumentException(
          name
              + " has "
              + latents.length
              + " latents for "
              + observations.length
              + " observations; each point needs one");
    }
  }

  /**
   * The latents of the points.
   *
   * @return {@code [points][h]}, not a copy; no row where there is no latent space
   */
  public float[][] latents() {
    return latents;
  }
}
