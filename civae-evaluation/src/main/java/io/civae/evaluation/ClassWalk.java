package io.civae.evaluation;

/**
 * A walk between two observations of one class, as evaluation sees it: made by a model, or by a
 * baseline that has no latent space.
 */
public final class ClassWalk {

  private final String className;
  private final float[][] observations;
  private final float[][] latents;

  /**
   * A walk.
   *
   * @param className the class of both ends
   * @param observations {@code [points][d]}, ends included; not copied
   * @param latents {@code [points][h]}, or with no row where there is no latent space; not copied
   */
  public ClassWalk(String className, float[][] observations, float[][] latents) {
    this.className = className;
    this.observations = observations;
    this.latents = latents;
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

  /**
   * The latents of the points.
   *
   * @return {@code [points][h]}, not a copy; no row where there is no latent space
   */
  public float[][] latents() {
    return latents;
  }
}
