package io.civae.augment;

/** Too few synthetic observations passed the rejection rules; the message says how many and why. */
public final class TooFewAcceptedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A failure.
   *
   * @param message for people
   */
  public TooFewAcceptedException(String message) {
    super(message);
  }
}
