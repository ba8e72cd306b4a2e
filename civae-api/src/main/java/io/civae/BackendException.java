package io.civae;

/**
 * A backend could not be found, chosen or started, or its engine failed. The message says what to
 * add or change.
 */
public class BackendException extends RuntimeException {

  /**
   * Without a cause.
   *
   * @param message what is wrong and what to do about it
   */
  public BackendException(String message) {
    super(message);
  }

  /**
   * With a cause.
   *
   * @param message what is wrong and what to do about it
   * @param cause what the engine said
   */
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
