package io.civae.spi;

import io.civae.TrainingListener;
import io.civae.TrainingProgress;

/**
 * Steers a training: is told of it, says whether it goes on and takes its states. A backend asks on
 * the thread that trains, after each step and once the step, and the epoch if it ended one, has
 * been reported.
 */
public interface TrainingControl {

  /**
   * What is told of progress.
   *
   * @return the listener
   */
  TrainingListener listener();

  /**
   * Whether there is to be another step. Asked after every step but the last of a training.
   *
   * @return false to end the training with the state after this step
   */
  boolean goesOn();

  /**
   * Whether the state after this step is to be {@link #take taken}. Asked after every step after
   * which training goes on.
   *
   * @param progress how far it has come
   * @return true when it is
   */
  boolean wantsState(TrainingProgress progress);

  /**
   * Takes the state after the step that was asked about.
   *
   * @param state with which training goes on
   */
  void take(TrainingState state);

  /**
   * How often, in all, the training may go back to an earlier state because it diverged.
   *
   * @return 0 to fail at once
   */
  int rollbacks();

  /**
   * A control that only listens: training goes on unless its thread is interrupted, and fails at
   * once when it diverges.
   *
   * @param listener is told of progress
   * @return the control
   */
  static TrainingControl of(TrainingListener listener) {
    return new TrainingControl() {
      @Override
      public TrainingListener listener() {
        return listener;
      }

      @Override
      public boolean goesOn() {
        return !Thread.currentThread().isInterrupted();
      }

      @Override
      public boolean wantsState(TrainingProgress progress) {
        return false;
      }

      @Override
      public void take(TrainingState state) {
        throw new IllegalStateException("no state was wanted, at step " + state.step());
      }

      @Override
      public int rollbacks() {
        return 0;
      }
    };
  }
}
