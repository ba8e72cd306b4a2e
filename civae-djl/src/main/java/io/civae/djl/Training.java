package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training from initial weights to the last epoch, to the thread's interruption or until
 * validation is past its best.
 */
final class Training {

  private static final double NANOS_PER_SECOND = 1e9;

  private final CiVaeConfig config;
  private final TrainingListener listener;
  private final EngineKind kind;
  private final EpochPlan plan;
  private final long steps;
  private final CiVaeBlock block;
  private final TrainingStep step;
  private final @Nullable ValidationPass validation;
  private final BatchBuffer batch;
  private final NoiseSource noise;
  private final BatchFeed feed;
  private final KlWarmUp warmUp;
  private final @Nullable BestEpoch best;
  private long stepsDone;
  private long startNanos;

  /** Everything made here belongs to {@code session}, which the caller closes. */
  Training(
      EngineKind kind,
      Engine engine,
      NDManager session,
      TrainingTask task,
      TrainingListener listener) {
    this.listener = listener;
    this.kind = kind;
    config = task.config();
    LabeledDataset data = task.training();
    requireVariance(config, data.size());
    plan = new EpochPlan(data.features(), config.batchSize());
    steps = (long) config.epochs() * plan.batches();
    int classes = data.classNames().size();
    block = StartingBlock.of(task);
    block.initialize(session, DataType.FLOAT32, new Shape(config.batchSize(), data.featureCount()));
    ParameterStore store = new ParameterStore(session, false);
    step = new TrainingStep(engine, session, store, block, config);
    validation =
        task.validation()
            .map(
                held ->
                    new ValidationPass(
                        session, store, block, config, held, task.validationCounts().orElse(null)))
            .orElse(null);
    batch = new BatchBuffer(data, task.rows(), task.counts().orElse(null));
    noise = new NoiseSource(config, classes);
    feed = new BatchFeed(plan, config.seed(), steps, batch, noise);
    warmUp = new KlWarmUp(config.klWarmUp(), steps);
    best = config.earlyStopping() == 0 ? null : new BestEpoch(config.earlyStopping());
  }

  static void requireVariance(CiVaeConfig config, int size) {
    if (size < 2 && config.batchNormalization() != BatchNormalization.NONE) {
      throw new IllegalArgumentException(
          "training has "
              + size
              + " observation; batchNormalization ("
              + config.batchNormalization()
              + ") needs at least 2");
    }
  }

  NetworkParameters run() {
    listener.trainingStarted(
        config, new TrainingProgress(1, config.epochs(), 0, steps, Duration.ZERO));
    startNanos = System.nanoTime();
    int epoch = 0;
    feed.prepare(0);
    do {
      epoch++;
      runEpoch(epoch);
    } while (epoch < config.epochs()
        && !Thread.currentThread().isInterrupted()
        && (best == null || best.mayStillImprove()));
    NetworkParameters chosen = best == null ? null : best.parameters();
    return chosen == null ? parameters(epoch) : chosen;
  }

  /** A copy of what the engine has, running statistics of batch normalisation included. */
  private NetworkParameters parameters(int epoch) {
    NetworkParameters parameters = EngineTurns.take(kind, block::networkParameters);
    Divergence.check(parameters, config, epoch, stepsDone);
    return parameters;
  }

  private void runEpoch(int epoch) {
    long epochNanos = System.nanoTime();
    TermSums sums = new TermSums();
    double rate = 0;
    for (int i = 0; i < plan.batches(); i++) {
      rate = config.learningRate() * config.learningRateSchedule().factor(stepsDone, steps);
      double stepRate = rate;
      double klShare = warmUp.share(stepsDone);
      BatchTerms.Values values =
          EngineTurns.take(
              kind,
              () -> step.run(batch, noise, stepRate, klShare, () -> feed.prepare(stepsDone + 1)));
      stepsDone++;
      Divergence.check(values, config, epoch, stepsDone);
      sums.add(values);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      listener.stepEnded(new TrainingProgress(epoch, config.epochs(), stepsDone, steps, elapsed));
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    Optional<LossTerms> held =
        Optional.ofNullable(validation).map(pass -> EngineTurns.take(kind, pass::run));
    if (best != null) {
      held.ifPresent(terms -> best.offer(terms.total(), () -> parameters(epoch)));
    }
    listener.epochEnded(
        new EpochMetrics(
            epoch,
            sums.means(config),
            held,
            rate,
            (System.nanoTime() - epochNanos) / NANOS_PER_SECOND));
  }
}
