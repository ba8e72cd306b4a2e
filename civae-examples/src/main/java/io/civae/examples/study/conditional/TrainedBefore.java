package io.civae.examples.study.conditional;

import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.Optional;
import java.util.function.Consumer;

/** A backend that answers parameters it was given; the engine behind it serves them. */
final class TrainedBefore implements BackendProvider {

  private final BackendProvider engine;
  private final NetworkParameters parameters;

  TrainedBefore(BackendProvider engine, NetworkParameters parameters) {
    this.engine = engine;
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Backend create() {
    Backend serving = engine.create();
    return new Backend() {

      @Override
      public String description() {
        return ConditionalBackend.described(serving);
      }

      @Override
      public NetworkParameters train(TrainingTask task, TrainingListener listener) {
        return parameters;
      }

      @Override
      public NetworkParameters trainClassifier(
          ClassifierTask task, Consumer<TrainingProgress> progress) {
        return serving.trainClassifier(task, progress);
      }

      @Override
      public Optional<Accelerator> accelerate(CiVaeConfig config, NetworkParameters served) {
        return serving.accelerate(config, served);
      }

      @Override
      public void close() {
        serving.close();
      }
    };
  }
}
