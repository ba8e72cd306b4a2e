package io.civae.spi;

import io.civae.CiVaeConfig;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.data.RowSampler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training: a resolved configuration and the data, features scaled, everything validated.
 *
 * <p>The number of features is {@code training().featureCount()}, that of classes {@code
 * training().classNames().size()}; both are the same in the validation data. Without any class the
 * network has no discriminator.
 */
public final class TrainingTask {

  private final CiVaeConfig config;
  private final LabeledDataset training;
  private final @Nullable LabeledDataset validation;
  private final TrainingRows rows;
  private final @Nullable FeatureMatrix counts;
  private final @Nullable FeatureMatrix validationCounts;
  private final @Nullable TrainingState start;
  private final ClassWeights classWeights;
  private final RowSampler sampler;

  /**
   * A task that learns from the training data as they are.
   *
   * @param config without automatic choices left, see {@link CiVaeConfig#isResolved()}
   * @param training features as the network sees them
   * @param validation likewise, or null for none
   */
  public TrainingTask(
      CiVaeConfig config, LabeledDataset training, @Nullable LabeledDataset validation) {
    this(config, training, validation, TrainingRows.of(training.features()));
  }

  /**
   * A task.
   *
   * @param config without automatic choices left, see {@link CiVaeConfig#isResolved()}
   * @param training features as the network sees them
   * @param validation likewise, or null for none
   * @param rows the training features as each epoch sees them
   * @throws IllegalArgumentException if the configuration is not resolved, asks for early stopping
   *     without validation data, or weighs or samples classes that the data do not have
   */
  public TrainingTask(
      CiVaeConfig config,
      LabeledDataset training,
      @Nullable LabeledDataset validation,
      TrainingRows rows) {
    this(config, training, validation, rows, null, null, null);
  }

  private TrainingTask(
      CiVaeConfig config,
      LabeledDataset training,
      @Nullable LabeledDataset validation,
      TrainingRows rows,
      @Nullable FeatureMatrix counts,
      @Nullable FeatureMatrix validationCounts,
      @Nullable TrainingState start) {
    if (config.likelihood().isOfCounts() == (counts == null)) {
      throw new IllegalArgumentException(
          "likelihood ("
              + config.likelihood()
              + ") must be one of counts if, and only if, the task has counts");
    }
    if ((validation == null || counts == null) != (validationCounts == null)) {
      throw new IllegalArgumentException(
          "validation and its counts must be given together, or neither");
    }
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config (" + config + ") must be resolved");
    }
    if (validation == null && config.earlyStopping() > 0) {
      throw new IllegalArgumentException(
          "earlyStopping ("
              + config.earlyStopping()
              + ") needs validation data, and there are none");
    }
    this.config = config;
    this.training = training;
    this.validation = validation;
    this.rows = rows;
    this.counts = counts;
    this.validationCounts = validationCounts;
    this.start = start;
    classWeights = ClassWeights.of(config.classWeighting(), training);
    sampler = config.classSampling().sampler(training);
  }

  /**
   * A task with a likelihood of counts.
   *
   * @param config without automatic choices left, its likelihood one of counts
   * @param training features as the encoder sees them
   * @param counts the same observations' counts, what the decoder is to explain
   * @param validation features as the encoder sees them, or null for none
   * @param validationCounts the same observations' counts, or null for none
   * @return a task
   * @throws IllegalArgumentException if the configuration is not resolved or not of counts, or asks
   *     for early stopping without validation data, or only one of the last two is there
   */
  public static TrainingTask ofCounts(
      CiVaeConfig config,
      LabeledDataset training,
      FeatureMatrix counts,
      @Nullable LabeledDataset validation,
      @Nullable FeatureMatrix validationCounts) {
    return new TrainingTask(
        config,
        training,
        validation,
        TrainingRows.of(training.features()),
        counts,
        validationCounts,
        null);
  }

  /**
   * The configuration.
   *
   * @return resolved
   */
  public CiVaeConfig config() {
    return config;
  }

  /**
   * What to learn from: labels, and the features before any {@link #rows() transform}.
   *
   * @return scaled
   */
  public LabeledDataset training() {
    return training;
  }

  /**
   * What to report on after each epoch.
   *
   * @return scaled, or empty
   */
  public Optional<LabeledDataset> validation() {
    return Optional.ofNullable(validation);
  }

  /**
   * The training features as each epoch sees them; what a training step has to read.
   *
   * @return scaled
   */
  public TrainingRows rows() {
    return rows;
  }

  /**
   * The weights of the classes in the cross-entropy of training and validation data, in training
   * and in metrics.
   *
   * @return all 1 without {@linkplain CiVaeConfig#classWeighting() weighting}
   */
  public ClassWeights classWeights() {
    return classWeights;
  }

  /**
   * Draws the rows that each epoch learns from, and reports on, in training.
   *
   * @return every row once without {@linkplain CiVaeConfig#classSampling() sampling} by class
   */
  public RowSampler sampler() {
    return sampler;
  }

  /**
   * The counts of the training observations, which {@link CountLikelihood} compares with what the
   * network gives; there with a likelihood of counts, and only then.
   *
   * @return whole numbers, row by row those of {@link #training()}
   */
  public Optional<FeatureMatrix> counts() {
    return Optional.ofNullable(counts);
  }

  /**
   * The counts of the validation observations.
   *
   * @return whole numbers, row by row those of {@link #validation()}
   */
  public Optional<FeatureMatrix> validationCounts() {
    return Optional.ofNullable(validationCounts);
  }

  /**
   * The same training, continued.
   *
   * @param state with which it ended, or which it handed over, before
   * @return a new task
   */
  public TrainingTask startingFrom(TrainingState state) {
    return new TrainingTask(config, training, validation, rows, counts, validationCounts, state);
  }

  /**
   * The state to continue from.
   *
   * @return empty to start anew
   */
  public Optional<TrainingState> start() {
    return Optional.ofNullable(start);
  }
}
