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
   * @param start step 0 of how many
   */
  default void trainingStarted(CiVaeConfig config, TrainingProgress start) {}

  /**
   * After each step.
   *
   * @param progress how far it has come
   */
  default void stepEnded(TrainingProgress progress) {}

  /**
   * After each epoch, validation included.
   *
   * @param metrics of this epoch
   */
  default void epochEnded(EpochMetrics metrics) {}

  /**
   * After the last epoch, or when training stopped because its thread was interrupted.
   *
   * @param history of all epochs
   */
  default void trainingEnded(TrainingHistory history) {}
}
