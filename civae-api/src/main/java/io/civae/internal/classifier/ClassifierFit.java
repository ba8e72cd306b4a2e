package io.civae.internal.classifier;

import io.civae.CiVaeConfig;
import io.civae.ObservationTransform;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.internal.fit.AutomaticSettings;
import io.civae.internal.fit.BackendLookup;
import io.civae.internal.fit.FeatureStatistics;
import io.civae.internal.fit.TransformedRows;
import io.civae.internal.model.FeatureScaler;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.ClassifierTask;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingRows;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks and scales the data, lets a backend train a classifier and wraps what comes out. */
public final class ClassifierFit {

  /** A judge must not see the very transforms that the model of the same seed saw. */
  private static final long TRANSFORMS = 0x4A55_4447L;

  private ClassifierFit() {}

  /**
   * Trains a classifier.
   *
   * @param config its settings, see {@link ClassifierTask}; automatic ones are resolved
   * @param training every observation labelled, in the user's units
   * @param transform of training observations; null for none
   * @param provider what trains; null to look for it
   * @param progress is told of every step
   * @return the classifier
   * @throws IllegalArgumentException if the data cannot be learnt from
   * @throws io.civae.BackendException if there is no backend or it fails
   */
  public static SoftmaxClassifier train(
      CiVaeConfig config,
      LabeledDataset training,
      @Nullable ObservationTransform transform,
      @Nullable BackendProvider provider,
      Consumer<TrainingProgress> progress) {
    FeatureStatistics statistics = FeatureStatistics.of("training", training.features());
    CiVaeConfig resolved = AutomaticSettings.resolve(config, training.size(), statistics);
    FeatureScaler scaler = statistics.scaler(resolved.scaling());
    LabeledDataset scaled = training.withFeatures(scaler.scaled(training.features()));
    TrainingRows rows =
        transform == null
            ? TrainingRows.of(scaled.features())
            : new TransformedRows(training.features(), transform, scaler, transformSeed(resolved));
    ClassifierTask task = new ClassifierTask(resolved, scaled, rows);
    BackendProvider chosen = provider == null ? BackendLookup.onlyOne() : provider;
    try (Backend backend = chosen.create()) {
      return SoftmaxClassifier.of(backend, task, scaler, backend.trainClassifier(task, progress));
    }
  }

  private static long transformSeed(CiVaeConfig config) {
    return SeededRandom.of(config.seed(), TRANSFORMS).nextLong();
  }
}
