package io.civae.examples.figure;

/**
 * One setting of a sweep.
 *
 * @param series for instance {@code α 0.01}
 * @param label within its series, for instance {@code β 20}
 * @param error on the horizontal axis, the lower the better
 * @param share on the vertical axis, the higher the better
 * @param quality shown as the size of the point, the higher the better
 */
public record ParetoPoint(String series, String label, double error, double share, double quality) {

  /**
   * A setting.
   *
   * @throws IllegalArgumentException if a number is not finite
   */
  public ParetoPoint {
    if (!Double.isFinite(error) || !Double.isFinite(share) || !Double.isFinite(quality)) {
      throw new IllegalArgumentException(
          "%s, %s: error (%s), share (%s) and quality (%s) must be finite"
              .formatted(series, label, error, share, quality));
    }
  }

  /** Whether another is at least as good in both and better in one. */
  boolean isBeatenBy(ParetoPoint other) {
    return other.error <= error
        && other.share >= share
        && (other.error < error || other.share > share);
  }
}
