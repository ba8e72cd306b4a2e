package io.civae.evaluation;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.ObservationTransform;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.internal.classifier.ClassifierFit;
import io.civae.spi.BackendProvider;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link NetworkJudge} is trained. Each hidden layer is linear, batch normalisation, ReLU and
 * dropout; the optimiser is Adam with a one-cycle learning rate. Not thread-safe.
 */
public final class NetworkJudgeBuilder {

  /** Default share of hidden units that is dropped. */
  public static final double DEFAULT_DROPOUT = 0.2;

  /** Default peak of the learning rate. */
  public static final double DEFAULT_LEARNING_RATE = 3e-3;

  private final CiVaeBuilder settings =
      CiVae.builder()
          .hiddenLayers(256, 128)
          .dropout(DEFAULT_DROPOUT)
          .learningRate(DEFAULT_LEARNING_RATE);
  private @Nullable BackendProvider backend;
  private @Nullable ObservationTransform transform;
  private Consumer<TrainingProgress> progress = ignored -> {};

  NetworkJudgeBuilder() {}

  /**
   * The widths of the hidden layers.
   *
   * @param widths each at least 1; none for a linear judge; default 256 and 128
   * @return this
   * @throws IllegalArgumentException if a width is out of range
   */
  public NetworkJudgeBuilder hiddenLayers(int... widths) {
    settings.hiddenLayers(widths);
    return this;
  }

  /**
   * The share of hidden units dropped in each step.
   *
   * @param share in [0, 1); default {@value #DEFAULT_DROPOUT}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public NetworkJudgeBuilder dropout(double share) {
    settings.dropout(share);
    return this;
  }

  /**
   * The number of passes over the data.
   *
   * @param value at least 1; default 15, or as many as make 2,000 steps if that is more
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public NetworkJudgeBuilder epochs(int value) {
    settings.epochs(value);
    return this;
  }

  /**
   * The number of observations in a step.
   *
   * @param value at least 2; default the largest power of two within a twentieth of the data, but
   *     from 16 up to 256
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public NetworkJudgeBuilder batchSize(int value) {
    settings.batchSize(value);
    return this;
  }

  /**
   * The peak of the one-cycle learning rate.
   *
   * @param value finite and positive; default {@value #DEFAULT_LEARNING_RATE}
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public NetworkJudgeBuilder learningRate(double value) {
    settings.learningRate(value);
    return this;
  }

  /**
   * The seed of every random choice. A judge shares none with a model of the same seed.
   *
   * @param value any; default 0
   * @return this
   */
  public NetworkJudgeBuilder seed(long value) {
    settings.seed(value);
    return this;
  }

  /**
   * What trains.
   *
   * @param provider default the one on the class path
   * @return this
   */
  public NetworkJudgeBuilder backend(BackendProvider provider) {
    backend = Objects.requireNonNull(provider, "backend must not be null");
    return this;
  }

  /**
   * A random change of each training observation, new in every epoch.
   *
   * @param value default none
   * @return this
   */
  public NetworkJudgeBuilder observationTransform(ObservationTransform value) {
    transform = Objects.requireNonNull(value, "observationTransform must not be null");
    return this;
  }

  /**
   * Who is told of every step.
   *
   * @param listener default nobody
   * @return this
   */
  public NetworkJudgeBuilder progress(Consumer<TrainingProgress> listener) {
    progress = Objects.requireNonNull(listener, "progress must not be null");
    return this;
  }

  /**
   * Trains the judge on the labelled observations; unlabelled ones are not read.
   *
   * @param real observations that no model made, and on which it will not be tested
   * @return the judge
   * @throws IllegalArgumentException if fewer than two classes have labelled observations
   * @throws io.civae.BackendException if there is no backend or it fails
   * @throws io.civae.TrainingDivergedException if training diverges
   */
  public NetworkJudge train(LabeledDataset real) {
    LabeledDataset labelled = NetworkJudge.labelledPart("real", real);
    long classes = IntStream.range(0, labelled.size()).map(labelled::classIndex).distinct().count();
    if (classes < 2) {
      throw new IllegalArgumentException(
          "real has labelled observations of " + classes + " class; a judge needs two");
    }
    return new NetworkJudge(
        ClassifierFit.train(settings.config(), labelled, transform, backend, progress));
  }
}
