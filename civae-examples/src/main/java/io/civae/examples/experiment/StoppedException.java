package io.civae.examples.experiment;

/** A signal has ended a training. The message says after which step, and how to go on. */
public final class StoppedException extends RuntimeException {

  /** What a shell adds to a signal's number. */
  private static final int SIGNAL_BASE = 128;

  private final int exitCode;

  /**
   * Says what has happened.
   *
   * @param signal its name without SIG
   * @param number of the signal
   * @param step the last one done
   * @param advice how to go on
   */
  public StoppedException(String signal, int number, long step, String advice) {
    super("SIG" + signal + " ended the training after step " + step + "; " + advice);
    exitCode = SIGNAL_BASE + number;
  }

  /**
   * The exit code of a program that a signal has ended.
   *
   * @return 130 for SIGINT, 143 for SIGTERM
   */
  public int exitCode() {
    return exitCode;
  }
}
