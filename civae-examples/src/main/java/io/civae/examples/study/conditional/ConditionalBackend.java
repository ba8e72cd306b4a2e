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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains a conditional VAE on the engine of another backend, and answers the first class's part.
 */
final class ConditionalBackend implements BackendProvider {

  private final BackendProvider provider;
  private List<NetworkParameters> byClass = List.of();

  ConditionalBackend(BackendProvider provider) {
    this.provider = provider;
  }

  /** What the last training came to, in the order of the classes. */
  List<NetworkParameters> parametersByClass() {
    return byClass;
  }

  @Override
  public String name() {
    return provider.name();
  }

  static String described(Backend engine) {
    return "conditional VAE, " + engine.description();
  }

  @Override
  public Backend create() {
    Backend engine = provider.create();
    return new Backend() {

      @Override
      public String description() {
        return described(engine);
      }

      @Override
      public NetworkParameters train(TrainingTask task, TrainingListener listener) {
        byClass = ConditionalTraining.run(engine.description(), task, listener);
        return byClass.get(0);
      }

      @Override
      public NetworkParameters trainClassifier(
          ClassifierTask task, Consumer<TrainingProgress> progress) {
        return engine.trainClassifier(task, progress);
      }

      @Override
      public Optional<Accelerator> accelerate(CiVaeConfig config, NetworkParameters served) {
        return engine.accelerate(config, served);
      }

      @Override
      public void close() {
        engine.close();
      }
    };
  }
}
