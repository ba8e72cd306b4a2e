package io.civae;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;

/**
 * The checkpoints of a folder belong to another training: with other settings, other data, other
 * names or another engine. The message names every difference with both values.
 */
public class CheckpointMismatchException extends IllegalArgumentException {

  private final transient List<String> differences;

  /**
   * Lists the differences.
   *
   * @param file the checkpoint
   * @param differences each with its name and both values
   */
  public CheckpointMismatchException(Path file, List<String> differences) {
    super(
        file
            + " is a checkpoint of another training: "
            + String.join("; ", differences)
            + "; use another folder for this training");
    this.differences = ImmutableList.copyOf(differences);
  }

  /**
   * What differs.
   *
   * @return a text for each difference, with its name and both values
   */
  public List<String> differences() {
    return differences;
  }
}
