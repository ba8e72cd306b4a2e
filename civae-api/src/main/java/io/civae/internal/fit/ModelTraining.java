package io.civae.internal.fit;

import com.google.common.collect.ImmutableMap;
import io.civae.BackendException;
import io.civae.Checkpoints;
import io.civae.FitOptions;
import io.civae.TrainingHistory;
import io.civae.TrainingOutcome;
import io.civae.data.LabeledDataset;
import io.civae.internal.LibraryVersion;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.Provenance;
import io.civae.internal.network.NetworkShape;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One training on an open backend, from data to a model's contents. */
final class ModelTraining {

  private final Backend backend;
  private final TrainingData data;
  private final DataFacts facts;
  private final FitOptions options;
  private final Stops stops;

  ModelTraining(
      Backend backend, TrainingData data, DataFacts facts, FitOptions options, Stops stops) {
    this.backend = backend;
    this.data = data;
    this.facts = facts;
    this.options = options;
    this.stops = stops;
  }

  ModelContents run() {
    try (CheckpointKeeper keeper = options.checkpoints().map(this::keeper).orElse(null)) {
      return run(keeper);
    }
  }

  private ModelContents run(@Nullable CheckpointKeeper keeper) {
    Optional<Checkpoint> found = keeper == null ? Optional.empty() : keeper.found();
    if (found.flatMap(checkpoint -> checkpoint.history().outcome()).isPresent()) {
      TrainingHistory history = found.get().history();
      options.listener().trainingEnded(history);
      return contents(found.get().state().chosen(), history);
    }
    return continued(found.map(Checkpoint::state), new FitControl(options, stops, keeper));
  }

  private CheckpointKeeper keeper(Checkpoints settings) {
    if (!backend.canResume()) {
      throw new BackendException(
          backend.description() + " cannot continue a training, so checkpoints would be of no use");
    }
    return new CheckpointKeeper(settings, facts.identity(data.task().config()));
  }

  private ModelContents continued(Optional<TrainingState> start, FitControl control) {
    TrainingTask task = start.map(data.task()::startingFrom).orElse(data.task());
    TrainingState last = backend.train(task, control);
    checkNetwork(last.chosen());
    return contents(last.chosen(), control.ended(last));
  }

  /** A network that cannot be used is the backend's fault, not that of the data. */
  private void checkNetwork(NetworkParameters parameters) {
    LabeledDataset training = data.task().training();
    try {
      NetworkShape.check(
          data.task().config(), parameters, training.featureCount(), training.classNames().size());
    } catch (IllegalArgumentException e) {
      throw new BackendException(
          backend.description() + " returned a network that cannot be used: " + e.getMessage(), e);
    }
  }

  private ModelContents contents(NetworkParameters parameters, TrainingHistory history) {
    LabeledDataset training = data.task().training();
    return new ModelContents(
        data.task().config(),
        training.classNames(),
        training.featureNames(),
        data.scaler(),
        parameters,
        history,
        new Provenance(provenance(history.outcome().orElse(null))));
  }

  private Map<String, String> provenance(@Nullable TrainingOutcome outcome) {
    ImmutableMap.Builder<String, String> provenance = ImmutableMap.builder();
    provenance.put("library", LibraryVersion.get());
    provenance.put("java", Runtime.version().toString());
    provenance.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    provenance.putAll(facts.facts());
    if (outcome != null) {
      provenance.put("ending", outcome.ending().toString());
      provenance.put(
          "parametersAfter",
          outcome.bestEpoch().map(epoch -> "epoch " + epoch).orElse("step " + outcome.steps()));
      provenance.put("resumedFromStep", Long.toString(outcome.resumedFromStep()));
    }
    return provenance.buildOrThrow();
  }
}
