package io.civae.examples.study.conditional;

import io.civae.CiVaeConfig;
import io.civae.TrainingProgress;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.util.Optional;
import java.util.function.Consumer;

/** Another backend in all but one thing: where a network's parameters come from. */
final class BorrowedEngine implements BackendProvider {

  private final BackendProvider provider;
  private final Source source;

  BorrowedEngine(BackendProvider provider, Source source) {
    this.provider = provider;
    this.source = source;
  }

  /** Answers the parameters of a network; {@code engine} is the other backend's description. */
  interface Source {
    NetworkParameters train(String engine, TrainingTask task, TrainingControl control);
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public Backend create() {
    Backend engine = provider.create();
    return new Backend() {

      @Override
      public String description() {
        return "conditional VAE, " + engine.description();
      }

      @Override
      public TrainingState train(TrainingTask task, TrainingControl control) {
        return TrainingState.of(
            NetworkState.initial(source.train(engine.description(), task, control)));
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
