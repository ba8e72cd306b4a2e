package io.civae.djl;

import io.civae.FitOptions;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One training for some time, for a JVM of its own whose heap is all there from the start. */
public final class SteadyTraining {

  private SteadyTraining() {}

  /**
   * Trains, and prints the resident memory in KB in the middle and its slope in KB a second.
   *
   * @param arguments the engine and the seconds
   */
  public static void main(String[] arguments) {
    Samples samples = new Samples();
    FitOptions options =
        FitOptions.builder()
            .listener(samples)
            .timeBudget(Duration.ofSeconds(Integer.parseInt(arguments[1])))
            .build();
    Fixtures.small()
        .hiddenLayers(64, 32)
        .epochs(10_000_000)
        .backend(DjlBackend.of(arguments[0]))
        .build()
        .fit(Fixtures.blobs(2, 200, 20, 1), null, options)
        .close();
    samples.leaveSecondHalf();
    System.out.printf(Locale.ROOT, "%d %.3f%n", samples.kilobytes.get(0), samples.slopePerSecond());
  }

  /** Resident memory at times of one training. */
  private static final class Samples implements TrainingListener {

    private static final double INTERVAL_SECONDS = 0.1;

    private final List<Double> seconds = new ArrayList<>();
    private final List<Long> kilobytes = new ArrayList<>();
    private double next;

    @Override
    public void stepEnded(TrainingProgress progress) {
      double now = progress.elapsed().toNanos() / 1e9;
      if (now >= next) {
        seconds.add(now);
        kilobytes.add(ResidentMemory.kilobytes());
        next = now + INTERVAL_SECONDS;
      }
    }

    void leaveSecondHalf() {
      seconds.subList(0, seconds.size() / 2).clear();
      kilobytes.subList(0, kilobytes.size() / 2).clear();
    }

    /** By least squares. */
    double slopePerSecond() {
      double meanTime = seconds.stream().mapToDouble(t -> t).average().orElseThrow();
      double meanSize = kilobytes.stream().mapToDouble(size -> size).average().orElseThrow();
      double together = 0;
      double squares = 0;
      for (int i = 0; i < seconds.size(); i++) {
        double time = seconds.get(i) - meanTime;
        together += time * (kilobytes.get(i) - meanSize);
        squares += time * time;
      }
      return together / squares;
    }
  }
}
