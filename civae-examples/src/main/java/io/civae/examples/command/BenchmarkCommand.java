package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.examples.CivaeExamples;
import io.civae.examples.benchmark.Benchmark;
import io.civae.examples.benchmark.BenchmarkJson;
import io.civae.examples.benchmark.BenchmarkResult;
import io.civae.examples.benchmark.BenchmarkSettings;
import io.civae.examples.benchmark.BenchmarkText;
import io.civae.examples.benchmark.ChildJvm;
import io.civae.examples.benchmark.ThreadLimit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast training and inference are on this machine. */
@Command(
    name = "benchmark",
    description = {
      "Measures how fast training and inference are on this machine.",
      "Training step, bulk and single-row inference, walks, doubling a class and the start of a JVM, beside"
          + " the rate of the engine's own matrix products."
    })
final class BenchmarkCommand implements Callable<Integer> {

  @Mixin EngineOption engine = new EngineOption();

  @Option(
      names = "--threads",
      paramLabel = "T",
      description =
          "Threads of the engine and of plain Java; measured in a JVM of its own. Default: what the"
              + " library chooses.")
  @Nullable Integer threads;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Timed training steps, after 300 of warm-up. Default: ${DEFAULT-VALUE}")
  int steps = 100;

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "Observations in a training step. Default: ${DEFAULT-VALUE}")
  int batch = 512;

  @Option(
      names = "--hidden",
      paramLabel = "W",
      split = ",",
      description = "Widths of the encoder's hidden layers. Default: 512,512,256,256,128,128,64")
  int[] hidden = {512, 512, 256, 256, 128, 128, 64};

  @Option(
      names = "--latent",
      paramLabel = "H",
      description = "Size of the latent space. Default: ${DEFAULT-VALUE}")
  int latent = 20;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of hidden units dropped. Default: ${DEFAULT-VALUE}")
  double dropout = 0.02;

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "auto, cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}")
  String device = "cpu";

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  boolean json;

  @Option(names = "--warm-up", hidden = true)
  int warmUp = BenchmarkSettings.DEFAULT_WARM_UP;

  @Option(names = "--rows", hidden = true)
  int rows = 5_000;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Streams streams = Streams.of(spec);
    BenchmarkSettings settings = streams.understood(this::settings);
    streams.understood(engine::backend);
    @Nullable ThreadLimit limit = streams.understood(this::limit).orElse(null);
    if (limit != null && !limit.holds(System.getenv(), System.getProperties())) {
      return within(limit, streams.command().getCommandSpec().root(), streams);
    }
    BenchmarkResult result =
        new Benchmark(settings, engine.engine, work -> progress(streams, work)).run();
    if (json) {
      streams.out().println(BenchmarkJson.of(result));
      streams.out().flush();
    } else {
      BenchmarkText.print(streams.out(), result);
    }
    return 0;
  }

  private static void progress(Streams streams, String work) {
    streams.err().println("measuring " + work);
    streams.err().flush();
  }

  private BenchmarkSettings settings() {
    CiVaeBuilder network =
        CiVae.builder().hiddenLayers(hidden).latentDim(latent).dropout(dropout).device(device);
    return new BenchmarkSettings(network, batch, steps, warmUp, rows);
  }

  private Optional<ThreadLimit> limit() {
    return Optional.ofNullable(threads).map(ThreadLimit::new);
  }

  /** Native libraries read their number of threads once, when they are loaded. */
  private static int within(ThreadLimit limit, CommandSpec root, Streams streams)
      throws IOException, InterruptedException {
    List<String> typed = root.commandLine().getParseResult().originalArgs();
    return ChildJvm.like(limit.environment(), limit.options())
        .run(
            CivaeExamples.class,
            typed,
            line -> {
              streams.out().println(line);
              streams.out().flush();
            });
  }
}
