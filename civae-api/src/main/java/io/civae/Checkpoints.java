package io.civae;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and when a training writes checkpoints, and whether it continues from one. Immutable; each
 * setter returns a new value.
 *
 * <p>A checkpoint is one file {@code checkpoint-000001234.safetensors}, named after its step and
 * written in full or not at all. It holds all that the next step depends on, so that a training
 * that was stopped or killed at any moment and continued ends with the same parameters, bit for
 * bit, as one that was not, on the same engine. Whatever ends a training early, and its regular
 * end, also leaves a checkpoint of that very step.
 *
 * <p>When training starts, it continues from the newest checkpoint in the folder that is sound. A
 * damaged one is passed over with a warning that names it; if there are checkpoints but none is
 * sound, there is a {@link CheckpointException} rather than a silent start from nothing. If the
 * checkpoint is of another training, there is a {@link CheckpointMismatchException}. A training
 * that had ended by itself is not continued: its model is made again from its last checkpoint.
 *
 * <p>A checkpoint that cannot be written ends the training with a {@link CheckpointException}; the
 * older ones stay. A folder serves one training at a time: for as long as {@code fit} runs it is
 * locked, and another that is to write there, in this process or another, fails at once with a
 * {@link CheckpointException} that names the folder and who has it. A process that is killed leaves
 * no lock.
 */
public final class Checkpoints {

  /** The default of {@link #keepLast(int)}. */
  public static final int DEFAULT_KEEP_LAST = 2;

  private final Path folder;
  private final int everyEpochs;
  private final Optional<Duration> every;
  private final int keepLast;
  private final boolean resume;

  private Checkpoints(
      Path folder, int everyEpochs, Optional<Duration> every, int keepLast, boolean resume) {
    this.folder = folder;
    this.everyEpochs = everyEpochs;
    this.every = every;
    this.keepLast = keepLast;
    this.resume = resume;
  }

  /**
   * Checkpoints after every epoch, of which the last two and the best are kept.
   *
   * @param folder where they are; made when the first is written
   * @return the default settings
   */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(
        Objects.requireNonNull(folder, "folder must not be null"),
        1,
        Optional.empty(),
        DEFAULT_KEEP_LAST,
        true);
  }

  /**
   * Sets after how many epochs there is a checkpoint. Default 1.
   *
   * @param epochs at least 1
   * @return the new settings
   * @throws IllegalArgumentException if it is less
   */
  public Checkpoints everyEpochs(int epochs) {
    return new Checkpoints(folder, atLeastOne("everyEpochs", epochs), every, keepLast, resume);
  }

  /**
   * Sets after how much time there is a checkpoint even in the middle of an epoch: after the first
   * step that ends so long after the last checkpoint. Default: only between epochs.
   *
   * @param interval above zero
   * @return the new settings
   * @throws IllegalArgumentException if it is not
   */
  public Checkpoints every(Duration interval) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("every (" + interval + ") must be above zero");
    }
    return new Checkpoints(folder, everyEpochs, Optional.of(interval), keepLast, resume);
  }

  /**
   * Sets how many of the newest checkpoints are kept. The one of the epoch that validates best is
   * kept besides. Default {@value #DEFAULT_KEEP_LAST}, so that there is another if one is damaged.
   *
   * @param checkpoints at least 1
   * @return the new settings
   * @throws IllegalArgumentException if it is less
   */
  public Checkpoints keepLast(int checkpoints) {
    return new Checkpoints(folder, everyEpochs, every, atLeastOne("keepLast", checkpoints), resume);
  }

  /**
   * Sets whether training continues from the newest sound checkpoint in the folder. Default true.
   *
   * @param whether false to start anew; all older checkpoints in the folder are then deleted once
   *     the first new one is written
   * @return the new settings
   */
  public Checkpoints resume(boolean whether) {
    return new Checkpoints(folder, everyEpochs, every, keepLast, whether);
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
    }
    return value;
  }

  /**
   * Where they are.
   *
   * @return the folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * After how many epochs there is one.
   *
   * @return at least 1
   */
  public int everyEpochs() {
    return everyEpochs;
  }

  /**
   * After how much time there is one.
   *
   * @return empty for none in the middle of an epoch
   */
  public Optional<Duration> every() {
    return every;
  }

  /**
   * How many of the newest are kept.
   *
   * @return at least 1
   */
  public int keepLast() {
    return keepLast;
  }

  /**
   * Whether training continues from the newest sound one.
   *
   * @return false to start anew
   */
  public boolean resume() {
    return resume;
  }

  @Override
  public String toString() {
    return "Checkpoints["
        + folder
        + ", everyEpochs="
        + everyEpochs
        + every.map(interval -> ", every=" + interval).orElse("")
        + ", keepLast="
        + keepLast
        + ", resume="
        + resume
        + "]";
  }
}
