package io.civae.internal.fit;

import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.ObservationTransform;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.internal.model.FeatureScaler;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training and validation data, checked and scaled, with the settings they lead to.
 *
 * @param task for the backend
 * @param scaler that made its features
 */
record TrainingData(TrainingTask task, FeatureScaler scaler) {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingData.class);

  static TrainingData prepare(
      CiVaeConfig config,
      LabeledDataset training,
      @Nullable LabeledDataset validation,
      @Nullable ObservationTransform transform) {
    checkTraining(config, training);
    LabeledDataset renumbered = validation == null ? null : checkedValidation(training, validation);
    if (config.likelihood().isOfCounts()) {
      return ofCounts(config, training, renumbered);
    }
    FeatureStatistics statistics = FeatureStatistics.of("training", training.features());
    CiVaeConfig resolved = AutomaticSettings.resolve(config, training.size(), statistics);
    FeatureScaler scaler = statistics.scaler(resolved.scaling());
    if (resolved.likelihood() == Likelihood.BERNOULLI) {
      checkUnitInterval(
          "training", FeatureStatistics.of("training", scaler.scaled(training.features())));
    }
    if (renumbered != null) {
      checkValues(resolved, scaler, renumbered);
    }
    LabeledDataset scaled = training.withFeatures(scaler.scaled(training.features()));
    TrainingTask task =
        new TrainingTask(
            resolved,
            scaled,
            renumbered == null
                ? null
                : renumbered.withFeatures(scaler.scaled(renumbered.features())),
            transform == null
                ? TrainingRows.of(scaled.features())
                : transformed(training, transform, scaler, resolved));
    return new TrainingData(task, scaler);
  }

  private static TrainingRows transformed(
      LabeledDataset training,
      ObservationTransform transform,
      FeatureScaler scaler,
      CiVaeConfig resolved) {
    TrainingRows rows =
        new TransformedRows(training.features(), transform, scaler, resolved.seed());
    return resolved.likelihood() == Likelihood.BERNOULLI
        ? new UnitIntervalRows(rows, training.featureCount(), transform.description())
        : rows;
  }

  /** Of validation data, whose range is not that of training. */
  private static void checkValues(
      CiVaeConfig resolved, FeatureScaler scaler, LabeledDataset validation) {
    FeatureStatistics.of("validation", validation.features());
    FeatureStatistics scaled =
        FeatureStatistics.of("scaled validation", scaler.scaled(validation.features()));
    if (resolved.likelihood() != Likelihood.BERNOULLI || scaled.inUnitInterval()) {
      return;
    }
    if (resolved.scaling() == Scaling.NONE) {
      checkUnitInterval("validation", scaled);
    }
    LOG.warn(
        "scaled by the range of the training data, validation features range from {} to {}; outside"
            + " [0, 1] the loss of likelihood BERNOULLI means little",
        scaled.lowest(),
        scaled.highest());
  }

  private static TrainingData ofCounts(
      CiVaeConfig config, LabeledDataset training, @Nullable LabeledDataset validation) {
    float librarySize = LibrarySizes.median("training", training.features());
    FeatureScaler normalizing =
        FeatureScaler.identity(training.featureCount()).ofCounts(librarySize);
    FeatureStatistics statistics =
        FeatureStatistics.of("training", normalizing.scaled(training.features()));
    CiVaeConfig resolved = AutomaticSettings.resolve(config, training.size(), statistics);
    FeatureScaler scaler = statistics.scaler(resolved.scaling()).ofCounts(librarySize);
    LabeledDataset scaled = training.withFeatures(scaler.scaled(training.features()));
    if (validation == null) {
      return new TrainingData(
          TrainingTask.ofCounts(resolved, scaled, training.features(), null, null), scaler);
    }
    LibrarySizes.check("validation", validation.features());
    LabeledDataset held = validation.withFeatures(scaler.scaled(validation.features()));
    return new TrainingData(
        TrainingTask.ofCounts(resolved, scaled, training.features(), held, validation.features()),
        scaler);
  }

  private static void checkTraining(CiVaeConfig config, LabeledDataset training) {
    if (training.size() < 2) {
      throw new IllegalArgumentException(
          "training has " + training.size() + " observation; at least 2 are needed");
    }
    int[] members = new int[training.classNames().size()];
    int labelled = 0;
    for (int i = 0; i < training.size(); i++) {
      if (training.classIndex(i) != LabeledDataset.UNLABELED) {
        members[training.classIndex(i)]++;
        labelled++;
      }
    }
    if (labelled == 0 && config.beta() > 0) {
      throw new IllegalArgumentException(
          "training has no label, while beta ("
              + config.beta()
              + ") weighs a discriminator of classes; use beta(0) for a plain VAE");
    }
    // The task will do so too, but only after a pass over all features.
    config.classWeighting().weights(training);
    config.classSampling().sampler(training);
    for (int c = 0; c < members.length; c++) {
      if (members[c] == 0) {
        LOG.warn(
            "class \"{}\" has no training observation: nothing can be learnt about it",
            training.classNames().get(c));
      }
    }
  }

  private static LabeledDataset checkedValidation(
      LabeledDataset training, LabeledDataset validation) {
    if (validation.featureCount() != training.featureCount()) {
      throw new IllegalArgumentException(
          "validation has "
              + validation.featureCount()
              + " features, training "
              + training.featureCount());
    }
    for (int i = 0; i < validation.size(); i++) {
      String label = validation.label(i);
      if (label != null && !training.classNames().contains(label)) {
        throw new IllegalArgumentException(
            "validation has label \""
                + label
                + "\" (observation "
                + i
                + "), which is not among the classes of training "
                + training.classNames());
      }
    }
    return validation.withClassNames(training.classNames());
  }

  private static void checkUnitInterval(String name, FeatureStatistics scaled) {
    if (!scaled.inUnitInterval()) {
      throw new IllegalArgumentException(
          name
              + " features range from "
              + scaled.lowest()
              + " to "
              + scaled.highest()
              + "; likelihood BERNOULLI needs [0, 1]: use scaling MIN_MAX or GLOBAL_MIN_MAX");
    }
  }
}
