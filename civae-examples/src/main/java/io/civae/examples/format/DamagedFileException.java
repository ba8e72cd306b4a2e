package io.civae.examples.format;

import java.io.IOException;

/** A file is not what it should be. The message names the file, what is wrong and where. */
public final class DamagedFileException extends IOException {

  /**
   * Names the file in front of the message.
   *
   * @param file its name
   * @param problem what is wrong and where
   */
  public DamagedFileException(String file, String problem) {
    super(file + ": " + problem);
  }

  /**
   * Names the file in front of the message.
   *
   * @param file its name
   * @param problem what is wrong and where
   * @param cause what led to it
   */
  public DamagedFileException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
