package io.civae.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of observations could not be read or converted. The message names the file, what is wrong
 * and where.
 */
public class DataFileException extends RuntimeException {

  private final transient Path file;

  /**
   * Names the file in front of the message.
   *
   * @param file the file
   * @param problem what is wrong and where
   * @param cause what led to it, or null
   */
  public DataFileException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.file = file;
  }

  /**
   * The file in question.
   *
   * @return its path as it was given
   */
  public Path file() {
    return file;
  }
}
