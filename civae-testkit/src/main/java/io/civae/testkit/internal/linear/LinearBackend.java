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
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.Optional;

/** Finds the best linear CI-VAE in closed form. */
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
    if (closed) {
      throw new IllegalStateException("the backend is closed");
    }
    String device = task.config().device();
    if (!device.equals("auto") && !device.equals("cpu")) {
      throw new BackendException(
          "device (\"" + device + "\") must be auto or cpu: the fake backend has no other");
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
    long stepsPerEpoch = -Math.floorDiv(-task.training().size(), config.batchSize());
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
