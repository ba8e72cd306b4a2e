package io.civae.examples.study.conditional;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.optimizer.Optimizer;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingDivergedException;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One training of a conditional VAE, on DJL's own Adam and gradients. */
final class ConditionalTraining {

  private static final long ORDER = 0x434F_5244L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final TrainingTask task;
  private final CiVaeConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final Engine engine;
  private final NDManager session;
  private final ConditionalNetwork network;
  private final ParameterStore store;
  private final Optimizer adam;
  private final int batches;
  private final long steps;
  private long stepsDone;

  private ConditionalTraining(
      Engine engine, NDManager session, TrainingTask task, TrainingControl control) {
    this.task = task;
    this.control = control;
    listener = control.listener();
    this.engine = engine;
    this.session = session;
    config = task.config();
    LabeledDataset data = task.training();
    network =
        new ConditionalNetwork(config, data.featureCount(), data.classNames().size(), session);
    store = new ParameterStore(session, false);
    batches = Math.max(1, (data.size() + config.batchSize() - 1) / config.batchSize());
    steps = (long) config.epochs() * batches;
    adam =
        Optimizer.adam()
            .optLearningRateTracker(
                (parameter, update) ->
                    (float)
                        (config.learningRate()
                            * config.learningRateSchedule().factor(stepsDone, steps)))
            .optWeightDecays((float) config.weightDecay())
            .build();
  }

  static List<NetworkParameters> run(
      String description, TrainingTask task, TrainingControl control) {
    requireSupported(task);
    Engine engine = engine(description);
    try (NDManager session = engine.newBaseManager(device(task.config().device(), engine))) {
      return new ConditionalTraining(engine, session, task, control).run();
    }
  }

  private static void requireSupported(TrainingTask task) {
    CiVaeConfig config = task.config();
    if (config.dropout() > 0 || config.gradientClipping() > 0 || config.earlyStopping() > 0) {
      throw new IllegalArgumentException(
          "dropout ("
              + config.dropout()
              + "), gradientClipping ("
              + config.gradientClipping()
              + ") and earlyStopping ("
              + config.earlyStopping()
              + ") must be 0 for a conditional VAE");
    }
    for (int i = 0; i < task.training().size(); i++) {
      if (task.training().classIndex(i) == LabeledDataset.UNLABELED) {
        throw new IllegalArgumentException(
            "training observation " + i + " has no label; a conditional VAE needs one for each");
      }
    }
  }

  private static Engine engine(String description) {
    for (String name : Engine.getAllEngines()) {
      if (description.contains("engine " + name)) {
        return Engine.getEngine(name);
      }
    }
    throw new IllegalArgumentException(
        "backend (" + description + ") must be an engine of DJL to train a conditional VAE");
  }

  private static Device device(String setting, Engine engine) {
    if (setting.equals("cpu") || (setting.equals("auto") && engine.getGpuCount() == 0)) {
      return Device.cpu();
    }
    int colon = setting.indexOf(':');
    return Device.gpu(colon < 0 ? 0 : Integer.parseInt(setting.substring(colon + 1)));
  }

  private List<NetworkParameters> run() {
    listener.trainingStarted(
        config, new TrainingProgress(1, config.epochs(), 0, steps, Duration.ZERO));
    long start = System.nanoTime();
    boolean goesOn = true;
    for (int epoch = 1; goesOn && epoch <= config.epochs(); epoch++) {
      goesOn = runEpoch(epoch, start);
    }
    return network.parametersByClass();
  }

  /** Answers whether training goes on; only a whole epoch is told of. */
  private boolean runEpoch(int epoch, long start) {
    long epochStart = System.nanoTime();
    int size = task.training().size();
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    SeededRandom.of(config.seed(), ORDER, epoch).shuffle(order);
    double reconstruction = 0;
    double divergence = 0;
    double rate = 0;
    for (int b = 0; b < batches; b++) {
      int from = (int) ((long) size * b / batches);
      int to = (int) ((long) size * (b + 1) / batches);
      rate = config.learningRate() * config.learningRateSchedule().factor(stepsDone, steps);
      float[] terms = step(new ConditionalBatch(task, epoch, stepsDone, order, from, to));
      stepsDone++;
      if (!Float.isFinite(terms[0]) || !Float.isFinite(terms[1])) {
        throw new TrainingDivergedException(
            "the conditional VAE's loss is not finite in epoch " + epoch + ", step " + stepsDone);
      }
      reconstruction += terms[0] * (to - from) / (double) size;
      divergence += terms[1] * (to - from) / (double) size;
      listener.stepEnded(
          new TrainingProgress(
              epoch,
              config.epochs(),
              stepsDone,
              steps,
              Duration.ofNanos(System.nanoTime() - start)));
      if (stepsDone < steps && !control.goesOn()) {
        return false;
      }
    }
    double total = reconstruction + config.alpha() * divergence;
    listener.epochEnded(
        new EpochMetrics(
            epoch,
            new LossTerms(total, reconstruction, divergence, 0, Double.NaN),
            Optional.empty(),
            rate,
            (System.nanoTime() - epochStart) / NANOS_PER_SECOND));
    return true;
  }

  private double alphaNow() {
    double warmUp = config.klWarmUp() * steps;
    return warmUp > 0 ? config.alpha() * Math.min(1, stepsDone / warmUp) : config.alpha();
  }

  /** Reconstruction and divergence of the batch. */
  private float[] step(ConditionalBatch batch) {
    try (NDManager scope = session.newSubManager()) {
      ConditionalNetwork.Terms terms;
      try (GradientCollector collector = engine.newGradientCollector()) {
        terms = network.terms(store, batch, alphaNow(), scope);
        collector.backward(terms.total());
      }
      for (Parameter parameter : network.trained()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scope);
        adam.update(parameter.getId(), parameter.getArray(), gradient);
        // Where the next backward pass adds to what is there.
        gradient.subi(gradient);
      }
      return new float[] {terms.reconstruction().getFloat(), terms.divergence().getFloat()};
    }
  }
}
