package io.civae;

import io.civae.data.LabeledDataset;
import io.civae.internal.file.ModelFile;
import io.civae.spi.BackendProvider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A class-informed variational autoencoder that can be trained: a VAE together with one linear
 * softmax layer on its latent space, so that classes become linearly separable there and a straight
 * walk between two observations of a class stays in that class.
 *
 * <p>Immutable, thread-safe and reusable: each {@code fit} trains a new model.
 */
public interface CiVae {

  /**
   * A builder with the library's defaults.
   *
   * @return a new builder
   */
  static CiVaeBuilder builder() {
    return new CiVaeBuilder();
  }

  /**
   * A builder with the recipe of the paper's authors, as their published code has it: encoder
   * 592-400×6, decoder 400×6-600 with a linear output, batch normalisation after the ReLU, dropout
   * 0.1 (0.8 on the discriminator's logits), α = 4e-4, β = 7.84, Adam with weight decay 2e-5,
   * batches of 512, the learning rate in stages from 1e-2 down to 5e-6, 800 epochs.
   *
   * @return a new builder
   */
  static CiVaeBuilder paper() {
    return builder()
        .latentDim(20)
        .hiddenLayers(592, 400, 400, 400, 400, 400, 400)
        .decoderLayers(400, 400, 400, 400, 400, 400, 600)
        .batchNormalization(BatchNormalization.AFTER_ACTIVATION)
        .outputActivation(OutputActivation.LINEAR)
        .dropout(0.1)
        .discriminatorDropout(0.8)
        .alpha(4.0e-4)
        .beta(7.84)
        .weightDecay(2e-5)
        .batchSize(512)
        .learningRate(1e-2)
        .learningRateSchedule(
            LearningRateSchedule.staged(1, 0.5, 0.1, 0.05, 0.01, 0.005, 0.001, 0.0005))
        .epochs(800);
  }

  /**
   * Loads a model. It is served in plain Java: no engine and no backend is needed.
   *
   * @param file written by {@link CiVaeModel#save}
   * @return the model; close it
   * @throws ModelFileException if the file cannot be read, is not a model file, is damaged or was
   *     written by a newer version
   */
  static CiVaeModel load(Path file) {
    return ModelFile.load(file, null);
  }

  /**
   * Loads a model that a backend's engine serves wherever a call is large enough.
   *
   * @param file written by {@link CiVaeModel#save}
   * @param backend whose engine is to serve
   * @return the model; close it
   * @throws ModelFileException as {@link #load(Path)}
   * @throws BackendException if the backend cannot be started
   */
  static CiVaeModel load(Path file, BackendProvider backend) {
    return ModelFile.load(file, backend);
  }

  /**
   * The settings.
   *
   * @return as built
   */
  CiVaeConfig config();

  /**
   * Trains a model without validation data.
   *
   * @param training what to learn from; see {@link #fit(LabeledDataset, LabeledDataset,
   *     FitOptions)}
   * @return the trained model; close it
   */
  default CiVaeModel fit(LabeledDataset training) {
    return fit(training, null, TrainingListener.NONE);
  }

  /**
   * Trains a model and reports on validation data after each epoch.
   *
   * @param training what to learn from; see {@link #fit(LabeledDataset, LabeledDataset,
   *     FitOptions)}
   * @param validation what to report on
   * @return the trained model; close it
   */
  default CiVaeModel fit(LabeledDataset training, LabeledDataset validation) {
    return fit(training, validation, TrainingListener.NONE);
  }

  /**
   * Trains a model and tells a listener of progress.
   *
   * @param training what to learn from; see {@link #fit(LabeledDataset, LabeledDataset,
   *     FitOptions)}
   * @param validation what to report on; null for none
   * @param listener is told of progress
   * @return the trained model; close it
   */
  default CiVaeModel fit(
      LabeledDataset training, @Nullable LabeledDataset validation, TrainingListener listener) {
    return fit(training, validation, FitOptions.builder().listener(listener).build());
  }

  /**
   * Trains a model, or continues a training from its newest checkpoint.
   *
   * <p>Training can be ended early by a {@link Cancellation}, by a time budget and by interrupting
   * the thread, which stays interrupted. It then ends after the step under way, at least one having
   * been made, and the model so far is returned; {@link TrainingHistory#outcome()} says how it
   * ended. With early stopping the model has the parameters of the epoch that validated best,
   * whatever ended training.
   *
   * @param training what to learn from: at least two observations, at least one of them labelled
   *     unless {@code beta} is 0
   * @param validation what to report on after each epoch, with the same features and no class the
   *     training data lack; null for none
   * @param options who watches, what ends training early, where checkpoints are
   * @return the trained model; close it
   * @throws IllegalArgumentException if the data break a rule; the message names it
   * @throws CheckpointMismatchException if the checkpoints are of another training
   * @throws CheckpointException if a checkpoint cannot be written, there are some but none can be
   *     read, or another training uses their folder
   * @throws BackendException if no backend, or more than one, is found, or it fails
   * @throws TrainingDivergedException if a loss is not finite, and going back did not help
   */
  CiVaeModel fit(LabeledDataset training, @Nullable LabeledDataset validation, FitOptions options);
}
