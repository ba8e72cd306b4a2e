package io.civae;

/**
 * Training met a loss or a parameter that is not a number or is infinite, and going back to an
 * earlier state, as often as {@link FitOptions#rollbacks()} allows, did not help. The message names
 * the epoch, the step, the term and the setting to change. No model comes out of such a run.
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
