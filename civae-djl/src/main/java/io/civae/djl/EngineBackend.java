package io.civae.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import io.civae.BackendException;
import io.civae.CiVaeConfig;
import io.civae.TrainingProgress;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains on one engine. {@link io.civae.TrainingListener#trainingEnded} is left to the caller, who
 * has the whole history.
 */
final class EngineBackend implements Backend {

  private final EngineKind kind;
  private final Engine engine;

  EngineBackend(EngineKind kind, Engine engine) {
    this.kind = kind;
    this.engine = engine;
  }

  @Override
  public String description() {
    return "DJL "
        + Engine.getDjlVersion()
        + ", engine "
        + engine.getEngineName()
        + " "
        + engine.getVersion();
  }

  @Override
  public TrainingState train(TrainingTask task, TrainingControl control) {
    Device device = DeviceChoice.of(task.config().device(), engine);
    try {
      return new TrainingRun(kind, engine, () -> session(device), task, control).run();
    } catch (EngineException e) {
      throw failure("training", e);
    }
  }

  private NDManager session(Device device) {
    NDManager session = engine.newBaseManager(device);
    session.setName("civae-training");
    return session;
  }

  @Override
  public boolean canResume() {
    return true;
  }

  @Override
  public NetworkParameters trainClassifier(
      ClassifierTask task, Consumer<TrainingProgress> progress) {
    Device device = DeviceChoice.of(task.config().device(), engine);
    try (NDManager session = engine.newBaseManager(device)) {
      session.setName("civae-classifier-training");
      try (ClassifierTraining training =
          new ClassifierTraining(kind, engine, session, task, progress)) {
        return training.run();
      }
    } catch (EngineException e) {
      throw failure("training a classifier", e);
    }
  }

  @Override
  public Optional<Accelerator> accelerate(CiVaeConfig config, NetworkParameters parameters) {
    Device device = DeviceChoice.of(config.device(), engine);
    FoldedNetwork network = FoldedNetwork.of(config, parameters);
    try {
      return Optional.of(new EngineAccelerator(kind, engine, device, network));
    } catch (EngineException e) {
      throw failure("loading parameters", e);
    }
  }

  private BackendException failure(String work, EngineException cause) {
    return new BackendException(
        "engine " + kind.engineName() + " failed while " + work + ": " + cause.getMessage(), cause);
  }

  /** What a training takes is freed at its end; here the system gets back what was kept of it. */
  @Override
  public void close() {
    NativeHeap.giveBack();
  }
}
