package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.civae.CiVaeConfig;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One training of a softmax classifier to the last epoch or the thread's interruption. */
final class ClassifierTraining implements AutoCloseable {

  private final CiVaeConfig config;
  private final Consumer<TrainingProgress> progress;
  private final EngineKind kind;
  private final EpochPlan plan;
  private final long steps;
  private final List<ParameterSpec> specs;
  private final ClassifierBlock block;
  private final ClassifierStep step;
  private final StepInputs<LayerMasks> inputs;

  /** The engine's memory belongs to {@code session}, which the caller closes after this. */
  ClassifierTraining(
      EngineKind kind,
      Engine engine,
      NDManager session,
      ClassifierTask task,
      Consumer<TrainingProgress> progress) {
    this.kind = kind;
    this.progress = progress;
    config = withOwnSeed(task.config());
    LabeledDataset data = task.training();
    Training.requireVariance(config, data.size());
    plan = new EpochPlan(data.features(), config.batchSize());
    steps = (long) config.epochs() * plan.batches();
    int classes = data.classNames().size();
    specs = ClassifierLayout.specs(config, data.featureCount(), classes);
    block =
        new ClassifierBlock(
            config,
            data.featureCount(),
            classes,
            new ParameterFactory(InitialParameters.draw(specs, config)));
    block.initialize(session, DataType.FLOAT32, new Shape(config.batchSize(), data.featureCount()));
    step = new ClassifierStep(engine, session, block, config);
    inputs =
        new StepInputs<>(
            new BatchFeed(plan, config.seed()),
            steps,
            () -> new StepInput<>(new BatchBuffer(data, task.rows()), masks()));
  }

  private LayerMasks masks() {
    return new LayerMasks(
        config.hiddenLayers(), new DropoutMask(config.dropout()), config.seed(), 0);
  }

  /** A judge must not share its random numbers with the model of the same seed that it judges. */
  private static CiVaeConfig withOwnSeed(CiVaeConfig config) {
    long seed = SeededRandom.of(config.seed(), RandomStreams.CLASSIFIER).nextLong();
    return config.toBuilder().seed(seed).config();
  }

  NetworkParameters run() {
    long startNanos = System.nanoTime();
    long done = 0;
    Divergence divergence = new Divergence(config, 0);
    do {
      StepInput<LayerMasks> input = inputs.take(done);
      double rate = config.learningRate() * config.learningRateSchedule().factor(done, steps);
      float crossEntropy =
          EngineTurns.take(kind, () -> step.run(input.batch(), input.noise(), rate));
      done++;
      divergence.check("crossEntropy", crossEntropy, epochOf(done), done);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      progress.accept(new TrainingProgress(epochOf(done), config.epochs(), done, steps, elapsed));
    } while (done < steps && !Thread.currentThread().isInterrupted());
    NetworkParameters parameters =
        EngineTurns.take(kind, () -> ParameterValues.read(block.getParameters().values(), specs));
    divergence.check(parameters, epochOf(done), done);
    return parameters;
  }

  /** The epoch of a step counted from 1. */
  private int epochOf(long number) {
    return (int) ((number - 1) / plan.batches()) + 1;
  }

  /** Ends what prepares batches. */
  @Override
  public void close() {
    inputs.close();
  }
}
