package io.civae.internal.fit;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.ObservationTransform;
import io.civae.data.LabeledDataset;
import io.civae.internal.model.BackendScope;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.TrainedModel;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and scales the data, lets a backend train and makes a model of what comes out. */
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
      LabeledDataset training, @Nullable LabeledDataset validation, FitOptions options) {
    Objects.requireNonNull(training, "training must not be null");
    Objects.requireNonNull(options, "options must not be null");
    Stops stops = new Stops(options);
    TrainingData data = TrainingData.prepare(config, training, validation, transform);
    BackendProvider chosen = provider == null ? BackendLookup.onlyOne() : provider;
    return BackendScope.make(
        chosen,
        backend -> {
          DataFacts facts = new DataFacts(backend, training, validation, transform);
          ModelContents contents = new ModelTraining(backend, data, facts, options, stops).run();
          return model(contents, engine(backend, contents));
        });
  }

  /** An engine belongs to the model, or to nobody who would close it. */
  static TrainedModel model(ModelContents contents, @Nullable Accelerator engine) {
    try {
      return new TrainedModel(contents, engine);
    } catch (RuntimeException | Error e) {
      if (engine != null) {
        engine.close();
      }
      throw e;
    }
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

  @Override
  public String toString() {
    return "CiVae[" + config + "]";
  }
}
