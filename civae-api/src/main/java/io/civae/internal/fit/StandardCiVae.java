package io.civae.internal.fit;

import com.google.common.collect.ImmutableMap;
import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.ObservationTransform;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.data.LabeledDataset;
import io.civae.internal.LibraryVersion;
import io.civae.internal.model.BackendScope;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.Provenance;
import io.civae.internal.model.TrainedModel;
import io.civae.internal.network.NetworkShape;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and scales the data, lets a backend train and wraps what comes out. */
public final class StandardCiVae implements CiVae {

  private static final Logger LOG = LoggerFactory.getLogger(StandardCiVae.class);

  private final CiVaeConfig config;
  private final @Nullable BackendProvider provider;
  private final @Nullable ObservationTransform transform;

  /**
   * A CI-VAE.
   *
   * @param config its settings
   * @param provider what trains; null to look for it when needed
   * @param transform of training observations; null for none
   */
  public StandardCiVae(
      CiVaeConfig config,
      @Nullable BackendProvider provider,
      @Nullable ObservationTransform transform) {
    this.config = config;
    this.provider = provider;
    this.transform = transform;
  }

  @Override
  public CiVaeConfig config() {
    return config;
  }

  @Override
  public CiVaeModel fit(
      LabeledDataset training, @Nullable LabeledDataset validation, TrainingListener listener) {
    Objects.requireNonNull(training, "training must not be null");
    Objects.requireNonNull(listener, "listener must not be null; TrainingListener.NONE is silent");
    TrainingData data = TrainingData.prepare(config, training, validation, transform);
    BackendProvider chosen = provider == null ? BackendLookup.onlyOne() : provider;
    return BackendScope.make(chosen, backend -> trained(backend, data, training, listener));
  }

  private CiVaeModel trained(
      Backend backend, TrainingData data, LabeledDataset training, TrainingListener listener) {
    HistoryRecorder recorder = new HistoryRecorder(listener);
    NetworkParameters parameters = backend.train(data.task(), recorder);
    checkNetwork(backend, data.task(), parameters);
    TrainingHistory history = recorder.history();
    ModelContents contents =
        new ModelContents(
            data.task().config(),
            training.classNames(),
            training.featureNames(),
            data.scaler(),
            parameters,
            history,
            provenance(backend, training));
    recorder.trainingEnded(history);
    return new TrainedModel(contents, engine(backend, contents));
  }

  /** A long training must not be lost to an engine that cannot serve what it has trained. */
  private static @Nullable Accelerator engine(Backend backend, ModelContents contents) {
    try {
      return backend.accelerate(contents.config(), contents.parameters()).orElse(null);
    } catch (BackendException e) {
      LOG.warn("the model is served in plain Java throughout: {}", e.getMessage(), e);
      return null;
    }
  }

  /** A network that cannot be used is the backend's fault, not that of the data. */
  private static void checkNetwork(
      Backend backend, TrainingTask task, NetworkParameters parameters) {
    try {
      NetworkShape.check(
          task.config(),
          parameters,
          task.training().featureCount(),
          task.training().classNames().size());
    } catch (IllegalArgumentException e) {
      throw new BackendException(
          backend.description() + " returned a network that cannot be used: " + e.getMessage(), e);
    }
  }

  private Provenance provenance(Backend backend, LabeledDataset training) {
    ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
    facts.put("library", LibraryVersion.get());
    facts.put("backend", backend.description());
    facts.put("java", Runtime.version().toString());
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("trainingObservations", Integer.toString(training.size()));
    facts.put("trainingSha256", DataFingerprint.of(training));
    if (transform != null) {
      facts.put("observationTransform", transform.description());
    }
    return new Provenance(facts.buildOrThrow());
  }

  @Override
  public String toString() {
    return "CiVae[" + config + "]";
  }
}
