package io.civae;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint could not be written, none of those there could be read, or another training uses
 * their folder. The message names the file or folder, what is wrong and where.
 */
public class CheckpointException extends RuntimeException {

  private final transient Path file;

  /**
   * Names the file in front of the message.
   *
   * @param file the file or folder
   * @param problem what is wrong and where
   * @param cause what led to it, or null
   */
  public CheckpointException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.file = file;
  }

  /**
   * The file or folder in question.
   *
   * @return its path as it was given
   */
  public Path file() {
    return file;
  }
}
