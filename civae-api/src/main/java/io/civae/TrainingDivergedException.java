package io.civae;

/**
 * Training met a loss that is not a number or is infinite. The message names the epoch, the step,
 * the term and the setting to change. No model comes out of such a run.
 */
public class TrainingDivergedException extends RuntimeException {

  /**
   * Says where it happened.
   *
   * @param message epoch, step, term and the setting to change
   */
  public TrainingDivergedException(String message) {
    super(message);
  }
}
