package io.civae;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model file could not be read or written. The message names the file, what is wrong and where.
 */
public class ModelFileException extends RuntimeException {

  private final transient Path file;

  /**
   * Names the file in front of the message.
   *
   * @param file the file
   * @param problem what is wrong and where
   * @param cause what led to it, or null
   */
  public ModelFileException(Path file, String problem, @Nullable Throwable cause) {
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
