package io.civae.spi;

import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;
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

  /**
   * A task.
   *
   * @param config without automatic choices left, see {@link CiVaeConfig#isResolved()}
   * @param training features as the network sees them
   * @param validation likewise, or null for none
   */
  public TrainingTask(
      CiVaeConfig config, LabeledDataset training, @Nullable LabeledDataset validation) {
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config (" + config + ") must be resolved");
    }
    this.config = config;
    this.training = training;
    this.validation = validation;
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
   * What to learn from.
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
}
