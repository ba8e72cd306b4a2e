package io.civae.spi;

import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
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
   * config.seed()}: the same task gives the same parameters bit for bit. {@code
   * listener.trainingStarted} is called before the first step, {@code listener.stepEnded} after
   * every step and {@code listener.epochEnded} after every epoch; {@code listener.trainingEnded} is
   * left to the caller, who knows the whole history. When the thread is interrupted, training ends
   * after the step under way, the parameters so far are returned and the thread stays interrupted.
   *
   * @param task what to train on, features already scaled
   * @param listener is told of progress
   * @return the parameters, named as {@link NetworkParameters} says
   * @throws io.civae.TrainingDivergedException if a loss is not finite
   * @throws io.civae.BackendException if the device does not exist or the engine fails
   */
  NetworkParameters train(TrainingTask task, TrainingListener listener);

  /**
   * Trains a plain softmax classifier, the independent judge of evaluation.
   *
   * <p>Randomness, interruption and errors are those of {@link #train}.
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
