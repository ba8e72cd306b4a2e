package io.civae.spi;

import io.civae.CiVaeConfig;
import io.civae.TrainingProgress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains networks: data and a configuration go in, named parameter arrays come out. Owns whatever
 * native resources that takes, until it is closed. A backend serves one training at a time.
 */
public interface Backend extends AutoCloseable {

  /**
   * What trains, in one line for people and model files.
   *
   * @return engine, its version and the like
   */
  String description();

  /**
   * Trains a CI-VAE.
   *
   * <p>The objective, its reductions and the meaning of every setting are those of {@link
   * CiVaeConfig}. All random choices come from {@link SeededRandom} streams of {@code
   * config.seed()}: the same task gives the same parameters bit for bit, also when it was stopped
   * after any step and is continued from the state it ended with ({@link TrainingTask#start()}).
   *
   * <p>{@code listener.trainingStarted} is called before the first step, {@code listener.stepEnded}
   * after every step, {@code listener.epochEnded} after every whole epoch and {@code
   * listener.rolledBack} whenever training goes back because it diverged; {@code
   * listener.trainingEnded} is left to the caller, who knows the whole history. At least one step
   * is made unless the task starts from its end. After each step the control is asked whether
   * training goes on; when the thread is interrupted it stays interrupted.
   *
   * <p>A training that diverges goes back to where its epoch began and goes on with half the
   * learning rate, {@code control.rollbacks()} times at most.
   *
   * @param task what to train on, features already scaled
   * @param control is told of progress and says whether it goes on
   * @return the state after the last step; its parameters are named as {@link NetworkParameters}
   *     says, and finite
   * @throws IllegalArgumentException if the state to start from is not that of such a training
   * @throws io.civae.TrainingDivergedException if a loss is not finite
   * @throws io.civae.BackendException if the device does not exist or the engine fails
   */
  TrainingState train(TrainingTask task, TrainingControl control);

  /**
   * Whether {@link #train} heeds {@link TrainingTask#start()} and hands over states from which it
   * can go on exactly.
   *
   * @return false unless overridden: checkpoints are then refused
   */
  default boolean canResume() {
    return false;
  }

  /**
   * Trains a plain softmax classifier, the independent judge of evaluation.
   *
   * <p>Randomness and errors are those of {@link #train}; when the thread is interrupted, training
   * ends after the step under way.
   *
   * @param task what to train on, features already scaled
   * @param progress is told of every step
   * @return the parameters: {@code classifier.hidden.I.*} like an encoder's hidden layers, then
   *     {@code classifier.output.weight} {@code [k][w_last]} and {@code classifier.output.bias}
   *     {@code [k]}
   * @throws io.civae.TrainingDivergedException if a loss is not finite
   * @throws io.civae.BackendException if the device does not exist or the engine fails
   */
  NetworkParameters trainClassifier(ClassifierTask task, Consumer<TrainingProgress> progress);

  /**
   * Offers the engine's own forward pass for bulk work.
   *
   * @param config the resolved configuration of the network
   * @param parameters its parameters
   * @return an accelerator that outlives this backend and is closed by the caller; empty when this
   *     backend has none
   * @throws io.civae.BackendException if the engine fails
   */
  default Optional<Accelerator> accelerate(CiVaeConfig config, NetworkParameters parameters) {
    return Optional.empty();
  }

  /** Frees native resources. Closing twice does nothing. */
  @Override
  void close();
}
