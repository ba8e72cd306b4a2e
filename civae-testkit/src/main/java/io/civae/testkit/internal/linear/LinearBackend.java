package io.civae.testkit.internal.linear;

import io.civae.BackendException;
import io.civae.CiVaeConfig;
import io.civae.TrainingDivergedException;
import io.civae.TrainingProgress;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.function.Consumer;

/** Finds the best linear CI-VAE, and a linear classifier, in closed form. */
public final class LinearBackend implements Backend {

  private volatile boolean closed;

  /** An open backend. */
  public LinearBackend() {}

  @Override
  public String description() {
    return "fake linear backend";
  }

  @Override
  public TrainingState train(TrainingTask task, TrainingControl control) {
    checkUsable(task.config().device());
    if (task.config().likelihood().isOfCounts()) {
      throw new BackendException(
          "likelihood ("
              + task.config().likelihood()
              + ") must be GAUSSIAN or BERNOULLI: the fake backend has no closed form for counts");
    }
    return new LinearTraining(task, control).run();
  }

  @Override
  public boolean canResume() {
    return true;
  }

  private void checkUsable(String device) {
    if (closed) {
      throw new IllegalStateException("the backend is closed");
    }
    if (!device.equals("auto") && !device.equals("cpu")) {
      throw new BackendException(
          "device (\"" + device + "\") must be auto or cpu: the fake backend has no other");
    }
  }

  @Override
  public NetworkParameters trainClassifier(
      ClassifierTask task, Consumer<TrainingProgress> progress) {
    CiVaeConfig config = task.config();
    checkUsable(config.device());
    long start = System.nanoTime();
    NetworkParameters parameters =
        SphericalClassifier.fit(EpochRows.of(task.training(), task.rows()));
    checkFinite(parameters);
    long stepsPerEpoch = LinearTraining.stepsPerEpoch(task.training(), config);
    long steps = stepsPerEpoch * config.epochs();
    for (long step = 1; step <= steps && !Thread.currentThread().isInterrupted(); step++) {
      int epoch = (int) ((step - 1) / stepsPerEpoch) + 1;
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      progress.accept(new TrainingProgress(epoch, config.epochs(), step, steps, elapsed));
    }
    return parameters;
  }

  private static void checkFinite(NetworkParameters parameters) {
    for (String name : parameters.names()) {
      for (float value : parameters.get(name).values()) {
        if (!Float.isFinite(value)) {
          throw new TrainingDivergedException(
              "epoch 1, step 1: " + name + " (" + value + ") must be finite; scale the features");
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
