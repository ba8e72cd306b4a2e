package io.civae.internal.fit;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;

/**
 * Replaces what the user left open by what suits the data; the rules stand in the Javadoc of each.
 */
public final class AutomaticSettings {

  private static final int MINIMUM_EPOCHS = 15;
  private static final int MINIMUM_STEPS = 2_000;
  private static final int WANTED_BATCHES = 20;
  private static final int SMALLEST_BATCH = 16;
  private static final int LARGEST_BATCH = 256;

  private AutomaticSettings() {}

  /**
   * Resolves every automatic setting.
   *
   * @param config what the user asked for
   * @param rows number of training observations
   * @param statistics of their features; of normalised ones with a likelihood of counts
   * @return a resolved configuration
   */
  public static CiVaeConfig resolve(CiVaeConfig config, int rows, FeatureStatistics statistics) {
    CiVaeBuilder builder = config.toBuilder();
    int batchSize =
        config.batchSize() == CiVaeConfig.AUTOMATIC ? batchSize(rows) : config.batchSize();
    builder.batchSize(batchSize);
    if (config.epochs() == CiVaeConfig.AUTOMATIC) {
      int batches = ceilDiv(rows, batchSize);
      builder.epochs(Math.max(MINIMUM_EPOCHS, ceilDiv(MINIMUM_STEPS, batches)));
    }
    Scaling scaling = scaling(config, statistics);
    builder.scaling(scaling);
    if (config.outputActivation() == OutputActivation.AUTO) {
      builder.outputActivation(activation(config.likelihood(), scaling, statistics));
    }
    return builder.config();
  }

  private static OutputActivation activation(
      Likelihood likelihood, Scaling scaling, FeatureStatistics statistics) {
    if (likelihood.isOfCounts()) {
      return OutputActivation.SOFTMAX;
    }
    return likelihood == Likelihood.BERNOULLI || toUnitInterval(scaling, statistics)
        ? OutputActivation.SIGMOID
        : OutputActivation.LINEAR;
  }

  private static int ceilDiv(int dividend, int divisor) {
    // Not (dividend + divisor − 1): a batch of Integer.MAX_VALUE would overflow it.
    return 1 + (dividend - 1) / divisor;
  }

  private static int batchSize(int rows) {
    int wanted = Integer.highestOneBit(Math.max(1, rows / WANTED_BATCHES));
    return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, wanted));
  }

  private static Scaling scaling(CiVaeConfig config, FeatureStatistics statistics) {
    if (config.scaling() != Scaling.AUTO) {
      return config.scaling();
    }
    if (config.likelihood().isOfCounts()) {
      return Scaling.STANDARD;
    }
    if (statistics.inUnitInterval()) {
      return Scaling.NONE;
    }
    return config.likelihood() == Likelihood.BERNOULLI ? Scaling.MIN_MAX : Scaling.STANDARD;
  }

  private static boolean toUnitInterval(Scaling scaling, FeatureStatistics statistics) {
    return scaling == Scaling.MIN_MAX
        || scaling == Scaling.GLOBAL_MIN_MAX
        || (scaling == Scaling.NONE && statistics.inUnitInterval());
  }
}
