package io.civae.testkit.internal.linear;

import io.civae.BackendException;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingDivergedException;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.Optional;
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
  public NetworkParameters train(TrainingTask task, TrainingListener listener) {
    checkUsable(task.config().device());
    if (task.config().likelihood().isOfCounts()) {
      throw new BackendException(
          "likelihood ("
              + task.config().likelihood()
              + ") must be GAUSSIAN or BERNOULLI: the fake backend has no closed form for counts");
    }
    long start = System.nanoTime();
    LabeledDataset rows = EpochRows.of(task.training(), task.rows());
    LinearNetwork network = LinearVae.fit(task.config(), rows);
    LinearObjective objective = new LinearObjective(network, task.config());
    LossTerms training = checked(objective.sampled(rows));
    Optional<LossTerms> validation = task.validation().map(objective::atPosteriorMeans);
    report(task, listener, training, validation, start);
    return network.parameters();
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
    long stepsPerEpoch = stepsPerEpoch(task.training(), config);
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

  private static long stepsPerEpoch(LabeledDataset data, CiVaeConfig config) {
    return -Math.floorDiv(-data.size(), config.batchSize());
  }

  private static LossTerms checked(LossTerms terms) {
    if (!Double.isFinite(terms.total())) {
      throw new TrainingDivergedException(
          "epoch 1, step 1: total (" + terms.total() + ") must be finite; scale the features");
    }
    return terms;
  }

  private static void report(
      TrainingTask task,
      TrainingListener listener,
      LossTerms training,
      Optional<LossTerms> validation,
      long start) {
    CiVaeConfig config = task.config();
    long stepsPerEpoch = stepsPerEpoch(task.training(), config);
    long steps = stepsPerEpoch * config.epochs();
    long step = 0;
    listener.trainingStarted(
        config, new TrainingProgress(1, config.epochs(), 0, steps, Duration.ZERO));
    for (int epoch = 1; epoch <= lastEpoch(config); epoch++) {
      long epochStart = System.nanoTime();
      for (int i = 0; i < stepsPerEpoch; i++) {
        step++;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.stepEnded(new TrainingProgress(epoch, config.epochs(), step, steps, elapsed));
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
      double rate = config.learningRate() * config.learningRateSchedule().factor(step - 1, steps);
      double seconds = (System.nanoTime() - epochStart) * 1e-9;
      listener.epochEnded(new EpochMetrics(epoch, training, validation, rate, seconds));
    }
  }

  /** The first epoch is the best one: no later one reports anything else. */
  private static int lastEpoch(CiVaeConfig config) {
    return config.earlyStopping() == 0
        ? config.epochs()
        : (int) Math.min(config.epochs(), 1L + config.earlyStopping());
  }

  @Override
  public void close() {
    closed = true;
  }
}
