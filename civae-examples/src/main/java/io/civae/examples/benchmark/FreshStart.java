package io.civae.examples.benchmark;

import io.civae.CiVaeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures how long a JVM that was just launched takes to give its first result. */
final class FreshStart {

  private static final int RUNS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private FreshStart() {}

  /** The median of the seconds from the launch to the first row that a loaded model encodes. */
  static double ofModel(CiVaeModel model) throws IOException, InterruptedException {
    Path file = Files.createTempFile("civae-benchmark", ".civae");
    try {
      model.save(file);
      return seconds(FirstRow.class, List.of(file.toString()));
    } finally {
      Files.delete(file);
    }
  }

  /** The median of the seconds from the launch to an engine's first product, without a model. */
  static double ofEngine(String engine, String device) throws IOException, InterruptedException {
    return seconds(FirstProduct.class, List.of(engine, device));
  }

  private static double seconds(Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      seconds[i] = launch(program, arguments);
    }
    return Stopwatch.median(seconds);
  }

  private static double launch(Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long[] end = new long[1];
    int exit = ChildJvm.fresh().run(program, arguments, line -> end[0] = System.nanoTime());
    if (exit != 0) {
      throw new IOException(
          "the JVM that was to run " + program.getSimpleName() + " ended with " + exit);
    }
    return (end[0] - start) / NANOS_PER_SECOND;
  }
}
