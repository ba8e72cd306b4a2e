package io.civae;

/**
 * Ends trainings early, from any thread: a training that watches it ends after the step under way,
 * with a usable model. Once cancelled it stays so. Thread-safe.
 */
public final class Cancellation {

  private volatile boolean cancelled;

  /** A cancellation that no one has asked for yet. */
  public Cancellation() {}

  /** Ends every training that watches this. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Whether it was asked for.
   *
   * @return true from then on
   */
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public String toString() {
    return "Cancellation[" + (cancelled ? "cancelled" : "not cancelled") + "]";
  }
}
