package io.civae.internal.fit;

import com.google.common.collect.ImmutableMap;
import io.civae.CiVaeConfig;
import io.civae.ObservationTransform;
import io.civae.data.LabeledDataset;
import io.civae.internal.checkpoint.TrainingIdentity;
import io.civae.spi.Backend;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a training learns from and by what means, in words that tell it from others. */
final class DataFacts {

  private final LabeledDataset training;
  private final @Nullable LabeledDataset validation;
  private final ImmutableMap<String, String> facts;

  DataFacts(
      Backend backend,
      LabeledDataset training,
      @Nullable LabeledDataset validation,
      @Nullable ObservationTransform transform) {
    this.training = training;
    this.validation = validation;
    ImmutableMap.Builder<String, String> builder = ImmutableMap.builder();
    builder.put("backend", backend.description());
    builder.put("trainingObservations", Integer.toString(training.size()));
    builder.put("trainingSha256", DataFingerprint.of(training));
    if (transform != null) {
      builder.put("observationTransform", transform.description());
    }
    facts = builder.buildOrThrow();
  }

  /** The backend, the data and the transform, by name. */
  Map<String, String> facts() {
    return facts;
  }

  /**
   * Validation data belong to it too: early stopping and the metrics depend on them. Their classes
   * are numbered as those of training, so that equal numbers mean equal labels.
   */
  TrainingIdentity identity(CiVaeConfig resolved) {
    ImmutableMap.Builder<String, String> builder = ImmutableMap.builder();
    builder.putAll(facts);
    if (validation != null) {
      builder.put(
          "validationSha256", DataFingerprint.of(validation.withClassNames(training.classNames())));
    }
    return new TrainingIdentity(
        resolved, training.classNames(), training.featureNames(), builder.buildOrThrow());
  }
}
