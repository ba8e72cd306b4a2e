package io.civae.examples.benchmark;

import io.civae.CiVaeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures how long a JVM that was just launched takes to load a model and encode a row. */
final class FreshStart {

  private static final int RUNS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private FreshStart() {}

  /** The median of the seconds from the launch to the encoded row. */
  static double seconds(CiVaeModel model) throws IOException, InterruptedException {
    Path file = Files.createTempFile("civae-benchmark", ".civae");
    try {
      model.save(file);
      double[] seconds = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        seconds[i] = launch(file);
      }
      return Stopwatch.median(seconds);
    } finally {
      Files.delete(file);
    }
  }

  private static double launch(Path file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long[] end = new long[1];
    int exit =
        ChildJvm.fresh()
            .run(FirstRow.class, List.of(file.toString()), line -> end[0] = System.nanoTime());
    if (exit != 0) {
      throw new IOException("the JVM that was to load the model ended with " + exit);
    }
    return (end[0] - start) / NANOS_PER_SECOND;
  }
}
