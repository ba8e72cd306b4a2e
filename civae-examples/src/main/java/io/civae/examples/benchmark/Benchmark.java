package io.civae.examples.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.civae.BackendException;
import io.civae.CiVaeModel;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackend;
import io.civae.djl.EngineReport;
import io.civae.djl.Engines;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Trains and serves the network of the settings on one engine, watch in hand. */
public final class Benchmark {

  /** Training batches that are kept; more epochs over fewer rows take the same steps. */
  private static final int BATCHES = 10;

  private static final List<String> ENGINES = List.of("MXNet", "PyTorch");

  private final BenchmarkSettings settings;
  private final @Nullable String engine;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param settings what to measure
   * @param engine MXNet or PyTorch; null for the first of these that starts
   * @param progress is told what is being measured
   */
  public Benchmark(BenchmarkSettings settings, @Nullable String engine, Consumer<String> progress) {
    this.settings = settings;
    this.engine = engine;
    this.progress = progress;
  }

  /**
   * Measures, which takes from half a minute to minutes.
   *
   * @return the result
   * @throws BackendException if the engine cannot be started or fails
   * @throws IOException if the model cannot be written or a JVM not be launched
   * @throws InterruptedException if the thread is interrupted
   */
  public BenchmarkResult run() throws IOException, InterruptedException {
    String started = engine == null ? firstThatStarts() : start(engine);
    Device device = MeasuredDevice.of(settings.device(), Engine.getEngine(started));
    progress.accept("matrix products");
    List<ProductRate> products =
        new MatrixProducts(Engine.getEngine(started), device)
            .measure(
                settings.batch(),
                BenchmarkSettings.FEATURES,
                settings.network().config().hiddenLayers());
    progress.accept("training");
    TrainingClock clock = new TrainingClock(settings.warmUp(), settings.steps());
    LabeledDataset data =
        RandomRows.labelled(BATCHES * settings.batch(), BenchmarkSettings.CLASSES);
    LiveHeap heap = new LiveHeap(settings.warmUp() + settings.steps());
    try (CiVaeModel model = train(started, data, clock, heap)) {
      progress.accept("inference");
      InferenceRates rates = new InferenceRates(model, settings.rows());
      return new BenchmarkResult(
          started,
          MeasuredDevice.name(device),
          threads(started),
          settings.batch(),
          settings.steps(),
          clock.stepMillis(),
          heap.megabytes(),
          rates.encodeRowsPerSecond(),
          rates.decodeRowsPerSecond(),
          rates.encodeOneMicros(0),
          rates.encodeOneMicros(RandomRows.BLANK_PIXELS),
          rates.traverseMicros(),
          rates.doubleClassSeconds(),
          settings.rows(),
          FreshStart.ofModel(model),
          FreshStart.ofEngine(started, settings.device()),
          products,
          settings.flops());
    }
  }

  /** The clock stops before the heap is looked at. */
  private CiVaeModel train(
      String started, LabeledDataset data, TrainingClock clock, LiveHeap heap) {
    int steps = settings.warmUp() + settings.steps();
    return settings
        .network()
        .epochs((steps + BATCHES - 1) / BATCHES)
        .backend(DjlBackend.of(started))
        .build()
        .fit(data, null, bothOf(clock, heap));
  }

  private static TrainingListener bothOf(TrainingListener first, TrainingListener second) {
    return new TrainingListener() {
      @Override
      public void stepEnded(TrainingProgress progress) {
        first.stepEnded(progress);
        second.stepEnded(progress);
      }
    };
  }

  private static String firstThatStarts() {
    try {
      return start(ENGINES.get(0));
    } catch (BackendException first) {
      try {
        return start(ENGINES.get(1));
      } catch (BackendException second) {
        first.addSuppressed(second);
        throw first;
      }
    }
  }

  private static String start(String name) {
    DjlBackend.of(name).create().close();
    return ENGINES.stream().filter(name::equalsIgnoreCase).findFirst().orElseThrow();
  }

  private static int threads(String started) {
    return Engines.report().stream()
        .filter(report -> report.name().equals(started))
        .map(EngineReport::threads)
        .findFirst()
        .orElseThrow()
        .orElse(0);
  }
}
