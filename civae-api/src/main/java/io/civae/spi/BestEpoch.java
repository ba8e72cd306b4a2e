package io.civae.spi;

/**
 * The epoch with the lowest objective on validation data so far, the first of equal ones.
 *
 * @param epoch from 1
 * @param objective the total of its validation terms
 * @param parameters after it
 */
public record BestEpoch(int epoch, double objective, NetworkParameters parameters) {

  /**
   * Checks the numbers.
   *
   * @param epoch from 1
   * @param objective a number
   * @param parameters after it
   * @throws IllegalArgumentException if {@code epoch} is below 1 or the objective is not finite
   */
  public BestEpoch {
    if (epoch < 1) {
      throw new IllegalArgumentException("best epoch (" + epoch + ") must be at least 1");
    }
    if (!Double.isFinite(objective)) {
      throw new IllegalArgumentException("best objective (" + objective + ") must be finite");
    }
  }
}
