package io.civae;

/**
 * Watches a training. Called on the thread that trains, so a slow listener slows training; an
 * exception thrown here ends the training and reaches the caller of {@code fit}.
 */
public interface TrainingListener {

  /** Does nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * Before the first step.
   *
   * @param config the configuration with every automatic choice resolved
   * @param start how many steps are done, 0 unless training continues from a checkpoint, of how
   *     many
   */
  default void trainingStarted(CiVaeConfig config, TrainingProgress start) {}

  /**
   * After each step.
   *
   * @param progress how far it has come
   */
  default void stepEnded(TrainingProgress progress) {}

  /**
   * After each whole epoch, validation included.
   *
   * @param metrics of this epoch
   */
  default void epochEnded(EpochMetrics metrics) {}

  /**
   * When training diverged and has gone back to an earlier state. The steps after that state will
   * be made, and told, once more.
   *
   * @param rollback from where to where, and why
   */
  default void rolledBack(TrainingRollback rollback) {}

  /**
   * After the last step, whatever ended training.
   *
   * @param history of all whole epochs, and how training ended
   */
  default void trainingEnded(TrainingHistory history) {}
}
