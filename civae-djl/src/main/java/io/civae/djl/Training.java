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
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training from one of its states to the last epoch, until its control ends it, until validation
 * is past its best or until it diverges.
 */
final class Training implements AutoCloseable {

  private final CiVaeConfig config;
  private final TrainingControl control;
  private final EngineKind kind;
  private final ClassWeights weights;
  private final EpochPlan plan;
  private final long steps;
  private final CiVaeBlock block;
  private final TrainingStep step;
  private final @Nullable ValidationPass validation;
  private final StepInputs<NoiseSource> inputs;
  private final KlWarmUp warmUp;
  private final EarlyStopping stopping;
  private final TrainingClock clock;
  private final int rollbacks;
  private final Divergence divergence;
  private NetworkState epochStart;
  private TermSums sums;
  private long stepsDone;

  /**
   * The engine's memory belongs to {@code session}, which the caller closes after this.
   *
   * @throws IllegalArgumentException if the state is not that of such a training
   */
  Training(
      EngineKind kind,
      Engine engine,
      NDManager session,
      TrainingTask task,
      TrainingState start,
      TrainingControl control) {
    this.control = control;
    this.kind = kind;
    config = task.config();
    weights = task.classWeights();
    LabeledDataset data = task.training();
    requireVariance(config, data.size());
    plan = new EpochPlan(data.features(), config.batchSize(), task.sampler());
    steps = (long) config.epochs() * plan.batches();
    StartCheck.check(start, task, plan, steps);
    block = CiVaeBlock.of(config, start.current().parameters());
    block.initialize(session, DataType.FLOAT32, new Shape(config.batchSize(), data.featureCount()));
    ParameterStore store = new ParameterStore(session, false);
    step = new TrainingStep(engine, session, store, block, config);
    step.optimizer().restore(start.current().optimizer(), start.step());
    validation =
        task.validation()
            .map(
                held ->
                    new ValidationPass(
                        session,
                        store,
                        block,
                        config,
                        held,
                        task.validationCounts().orElse(null),
                        weights))
            .orElse(null);
    inputs =
        new StepInputs<>(
            new BatchFeed(plan, config.seed()),
            steps,
            () ->
                new StepInput<>(
                    new BatchBuffer(data, task.rows(), task.counts().orElse(null), weights),
                    new NoiseSource(config, data.classNames().size())));
    warmUp = new KlWarmUp(config.klWarmUp(), steps);
    stopping = new EarlyStopping(config.earlyStopping(), start.best());
    rollbacks = start.rollbacks();
    divergence = new Divergence(config, rollbacks);
    epochStart = start.epochStart().orElse(start.current());
    sums = new TermSums(start.sums());
    stepsDone = start.step();
    clock = new TrainingClock(start.elapsed(), sums.seconds());
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

  /**
   * Makes the steps.
   *
   * @throws io.civae.TrainingDivergedException if a loss or a parameter is not finite
   */
  TrainingState run() {
    boolean goesOn = mayGoOn();
    while (goesOn) {
      double rate = runStep();
      if (stepsDone % plan.batches() == 0) {
        endEpoch(rate);
      }
      goesOn = mayGoOn() && control.goesOn();
      if (goesOn && control.wantsState(progress())) {
        control.take(state());
      }
    }
    return state();
  }

  private boolean mayGoOn() {
    return stepsDone < steps && stopping.mayStillImprove((int) (stepsDone / plan.batches()));
  }

  /** Where a training that diverged goes on. */
  TrainingState lastGood() {
    return new TrainingState(
            epochStart, Optional.empty(), Map.of(), stopping.best(), rollbacks, clock.elapsed())
        .rolledBack();
  }

  /** Before the first step of an epoch it is the one that is about to begin. */
  TrainingProgress progress() {
    int epoch = (int) (Math.max(0, stepsDone - 1) / plan.batches()) + 1;
    return new TrainingProgress(epoch, config.epochs(), stepsDone, steps, clock.elapsed());
  }

  private double runStep() {
    double rate =
        config.learningRate()
            * config.learningRateSchedule().factor(stepsDone, steps)
            * Divergence.rateFactor(rollbacks);
    double klShare = warmUp.share(stepsDone);
    StepInput<NoiseSource> input = inputs.take(stepsDone);
    double weight = weights.sum(input.batch().classes());
    BatchTerms.Values values =
        EngineTurns.take(kind, () -> step.run(input.batch(), input.noise(), rate, klShare));
    stepsDone++;
    divergence.check(values, progress().epoch(), stepsDone);
    sums.add(values, weight);
    control.listener().stepEnded(progress());
    return rate;
  }

  private void endEpoch(double rate) {
    int epoch = (int) (stepsDone / plan.batches());
    // First, so that an epoch is only told of if training need not go back behind it.
    epochStart = network();
    Optional<LossTerms> held =
        Optional.ofNullable(validation).map(pass -> EngineTurns.take(kind, pass::run));
    held.ifPresent(terms -> stopping.offer(epoch, terms.total(), epochStart.parameters()));
    EpochMetrics metrics =
        new EpochMetrics(epoch, sums.means(config), held, rate, clock.epochSeconds());
    sums = new TermSums(Map.of());
    clock.epochEnded();
    control.listener().epochEnded(metrics);
  }

  /** A copy of what the engine has, running statistics of batch normalisation included. */
  private NetworkState network() {
    NetworkState network =
        EngineTurns.take(
            kind,
            () -> {
              step.publish();
              return new NetworkState(
                  stepsDone, block.networkParameters(), step.optimizer().moments());
            });
    divergence.check(network.parameters(), progress().epoch(), stepsDone);
    return network;
  }

  private TrainingState state() {
    boolean between = epochStart.step() == stepsDone;
    return new TrainingState(
        between ? epochStart : network(),
        between ? Optional.empty() : Optional.of(epochStart),
        between ? Map.of() : sums.values(clock.epochSeconds()),
        stopping.best(),
        rollbacks,
        clock.elapsed());
  }

  /** Ends what prepares batches. */
  @Override
  public void close() {
    inputs.close();
  }
}
