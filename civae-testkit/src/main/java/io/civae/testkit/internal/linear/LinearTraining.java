package io.civae.testkit.internal.linear;

import io.civae.CiVaeConfig;
import io.civae.ClassSampling;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingDivergedException;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A training that is at its optimum from the start, and tells of steps and epochs as one that takes
 * them one by one.
 */
final class LinearTraining {

  private static final long SAMPLING = 0x5341_4D50L;

  private final TrainingTask task;
  private final CiVaeConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final NetworkParameters parameters;
  private final LossTerms training;
  private final Optional<LossTerms> validation;
  private final long stepsPerEpoch;
  private final long steps;
  private final long earlier;
  private final long startNanos = System.nanoTime();
  private long step;

  LinearTraining(TrainingTask task, TrainingControl control) {
    this.task = task;
    this.control = control;
    config = task.config();
    listener = control.listener();
    LabeledDataset rows = firstEpoch(task);
    LinearNetwork network = LinearVae.fit(config, rows, task.classWeights());
    parameters = network.parameters();
    LinearObjective objective = new LinearObjective(network, config, task.classWeights());
    training = checked(objective.sampled(rows));
    validation = task.validation().map(objective::atPosteriorMeans);
    stepsPerEpoch = stepsPerEpoch(task.training(), config);
    steps = stepsPerEpoch * config.epochs();
    step = task.start().map(TrainingState::step).orElse(0L);
    earlier = task.start().map(state -> state.elapsed().toNanos()).orElse(0L);
    checkStart();
  }

  /** What the first epoch shows. */
  private static LabeledDataset firstEpoch(TrainingTask task) {
    LabeledDataset all = EpochRows.of(task.training(), task.rows());
    if (task.config().classSampling().kind() == ClassSampling.Kind.NATURAL) {
      return all;
    }
    int[] drawn =
        task.sampler()
            .draw(
                task.training().features().preferredBlockRows(),
                SeededRandom.of(task.config().seed(), SAMPLING));
    return all.select(drawn);
  }

  static long stepsPerEpoch(LabeledDataset data, CiVaeConfig config) {
    return -Math.floorDiv(-data.size(), config.batchSize());
  }

  /** Going back would lead to the same network, so it fails at once. */
  private static LossTerms checked(LossTerms terms) {
    if (!Double.isFinite(terms.total())) {
      throw new TrainingDivergedException(
          "epoch 1, step 1: total (" + terms.total() + ") must be finite; scale the features");
    }
    return terms;
  }

  private void checkStart() {
    boolean fits =
        step <= steps
            && task.start().stream()
                .allMatch(state -> state.current().parameters().equals(parameters));
    if (!fits) {
      throw new IllegalArgumentException(
          "the state to start from, of step " + step + ", is not of this training");
    }
  }

  TrainingState run() {
    listener.trainingStarted(config, progress());
    boolean goesOn = step < lastStep();
    while (goesOn) {
      step++;
      listener.stepEnded(progress());
      if (step % stepsPerEpoch == 0) {
        endEpoch();
      }
      goesOn = step < lastStep() && control.goesOn();
      if (goesOn && control.wantsState(progress())) {
        control.take(state());
      }
    }
    return state();
  }

  /** The first epoch is the best one: no later one reports anything else. */
  private long lastStep() {
    return config.earlyStopping() == 0
        ? steps
        : stepsPerEpoch * Math.min(config.epochs(), 1L + config.earlyStopping());
  }

  private void endEpoch() {
    double rate = config.learningRate() * config.learningRateSchedule().factor(step - 1, steps);
    listener.epochEnded(
        new EpochMetrics(
            (int) (step / stepsPerEpoch),
            training,
            validation,
            rate,
            elapsed().toNanos() * 1e-9 * stepsPerEpoch / step));
  }

  private TrainingProgress progress() {
    int epoch = (int) (Math.max(0, step - 1) / stepsPerEpoch) + 1;
    return new TrainingProgress(epoch, config.epochs(), step, steps, elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(earlier + System.nanoTime() - startNanos);
  }

  private TrainingState state() {
    long epochStart = step - step % stepsPerEpoch;
    Optional<BestEpoch> best =
        config.earlyStopping() > 0 && step >= stepsPerEpoch
            ? validation.map(terms -> new BestEpoch(1, terms.total(), parameters))
            : Optional.empty();
    return new TrainingState(
        network(step),
        epochStart < step ? Optional.of(network(epochStart)) : Optional.empty(),
        Map.of(),
        best,
        0,
        elapsed());
  }

  private NetworkState network(long after) {
    return new NetworkState(after, parameters, Map.of());
  }
}
