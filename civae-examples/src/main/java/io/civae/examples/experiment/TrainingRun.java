package io.civae.examples.experiment;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.TrainingListener;
import io.civae.data.DatasetSplit;
import io.civae.spi.BackendProvider;
import java.util.Objects;

/**
 * A finished training: the model, the data it was made from, and how fast it went. Closing it
 * closes the model.
 *
 * @param model the trained model
 * @param split its training, validation and test data
 */
public record TrainingRun(CiVaeModel model, DatasetSplit split) implements AutoCloseable {

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
    return new TrainingRun(
        settings.backend(backend).build().fit(split.training(), split.validation(), listener),
        split);
  }

  /**
   * What trained the model.
   *
   * @return engine and version, in one line
   */
  public String engine() {
    return Objects.requireNonNull(model.provenance().get("backend"), "fit names its backend");
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
