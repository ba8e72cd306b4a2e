package io.civae.examples.experiment;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.TrainingListener;
import io.civae.data.DatasetSplit;
import io.civae.spi.BackendProvider;

/**
 * A finished training: the model, the data it was made from, and how fast it went. Closing it
 * closes the model.
 *
 * @param model the trained model
 * @param split its training, validation and test data
 * @param engine what trained it, in one line
 */
public record TrainingRun(CiVaeModel model, DatasetSplit split, String engine)
    implements AutoCloseable {

  /**
   * Trains.
   *
   * @param settings of the CI-VAE; its backend is set here
   * @param backend trains
   * @param split training data to learn from and validation data to report on
   * @param listener is told of progress
   * @return the run; close it
   */
  public static TrainingRun train(
      CiVaeBuilder settings,
      BackendProvider backend,
      DatasetSplit split,
      TrainingListener listener) {
    ObservedBackend observed = new ObservedBackend(backend);
    CiVaeModel model =
        settings.backend(observed).build().fit(split.training(), split.validation(), listener);
    return new TrainingRun(model, split, observed.description());
  }

  /**
   * The time all epochs took, validation included; starting the engine is not.
   *
   * @return seconds
   */
  public double trainingSeconds() {
    return model.history().epochs().stream().mapToDouble(EpochMetrics::seconds).sum();
  }

  /**
   * Training observations processed in a second: their number times the epochs, over {@link
   * #trainingSeconds()}.
   *
   * @return the rate
   */
  public double samplesPerSecond() {
    return (double) split.training().size() * model.history().epochs().size() / trainingSeconds();
  }

  @Override
  public void close() {
    model.close();
  }
}
