package io.civae.examples.experiment;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.FitOptions;
import io.civae.TrainingOutcome;
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
   * @param options who watches, what ends it early, where checkpoints are
   * @return the run; close it
   */
  public static TrainingRun train(
      CiVaeBuilder settings, BackendProvider backend, DatasetSplit split, FitOptions options) {
    return new TrainingRun(
        settings.backend(backend).build().fit(split.training(), split.validation(), options),
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

  /**
   * The step of the checkpoint from which training went on.
   *
   * @return 0 when it was made in one go
   */
  public long resumedFromStep() {
    return model.history().outcome().map(TrainingOutcome::resumedFromStep).orElse(0L);
  }

  /**
   * Why there was no further step.
   *
   * @return in words
   */
  public String ending() {
    return model.history().outcome().map(outcome -> outcome.ending().toString()).orElse("unknown");
  }

  @Override
  public void close() {
    model.close();
  }
}
