package io.civae;

import java.util.Locale;
import java.util.Optional;

/**
 * How a training ended, and what its model is made of.
 *
 * @param ending why there was no further step
 * @param steps steps done since the start, those before an interruption included
 * @param bestEpoch the epoch, from 1, whose parameters the model has because it validated best;
 *     empty when the model has those after the last step
 * @param resumedFromStep the step of the checkpoint the training was last continued from; 0 when it
 *     was made in one go. A training that had ended before is only read again, not continued.
 * @param rollbacks how often it went back to an earlier state because it diverged
 */
public record TrainingOutcome(
    Ending ending, long steps, Optional<Integer> bestEpoch, long resumedFromStep, int rollbacks) {

  /**
   * Checks the numbers.
   *
   * @param ending why there was no further step
   * @param steps steps done
   * @param bestEpoch the epoch whose parameters the model has
   * @param resumedFromStep the step of the checkpoint it was continued from
   * @param rollbacks how often it went back
   * @throws IllegalArgumentException if a number is out of range
   */
  public TrainingOutcome {
    if (steps < 0) {
      throw new IllegalArgumentException("steps (" + steps + ") must be at least 0");
    }
    // It may be above steps: a training that is continued may go back, and then be stopped.
    if (resumedFromStep < 0) {
      throw new IllegalArgumentException(
          "resumedFromStep (" + resumedFromStep + ") must be at least 0");
    }
    if (bestEpoch.isPresent() && bestEpoch.get() < 1) {
      throw new IllegalArgumentException("bestEpoch (" + bestEpoch.get() + ") must be at least 1");
    }
    if (rollbacks < 0) {
      throw new IllegalArgumentException("rollbacks (" + rollbacks + ") must be at least 0");
    }
  }

  /** Why a training made no further step. */
  public enum Ending {
    /** Every epoch was done. */
    COMPLETED,
    /** Validation had not improved for as many epochs as {@code earlyStopping} says. */
    EARLY_STOPPING,
    /** Its {@link Cancellation} was cancelled. */
    CANCELLED,
    /** Its thread was interrupted. */
    INTERRUPTED,
    /** Its time budget was spent. */
    TIME_BUDGET;

    /**
     * Whether training ended by itself, so that there is nothing left to continue.
     *
     * @return true for {@link #COMPLETED} and {@link #EARLY_STOPPING}
     */
    public boolean isFinal() {
      return this == COMPLETED || this == EARLY_STOPPING;
    }

    /**
     * The ending in words.
     *
     * @return for instance {@code "early stopping"}
     */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
