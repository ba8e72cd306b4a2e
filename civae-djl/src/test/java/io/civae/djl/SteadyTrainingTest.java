package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.FitOptions;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory stays level within one long training; {@code -Dcivae.reliability.trainingSeconds=300} for
 * the full form.
 */
final class SteadyTrainingTest {

  private static final int SECONDS = Integer.getInteger("civae.reliability.trainingSeconds", 4);

  /** From then on a training is long enough to tell growth from start-up. */
  private static final int FULL = 60;

  private static final double SECONDS_PER_HOUR = 3600;

  @OnEveryEngine
  void residentMemoryStaysLevelWithinOneTraining(EngineKind kind) {
    ResidentMemory.assumeKnown();
    Samples samples = new Samples();
    FitOptions options =
        FitOptions.builder().listener(samples).timeBudget(Duration.ofSeconds(SECONDS)).build();

    Fixtures.small()
        .hiddenLayers(64, 32)
        .epochs(10_000_000)
        .backend(DjlBackend.of(kind.engineName()))
        .build()
        .fit(Fixtures.blobs(2, 200, 20, 1), null, options)
        .close();

    samples.leaveSecondHalf();
    long level = samples.kilobytes.get(0);
    double slope = samples.slopePerSecond();
    System.out.printf(
        "%s: resident memory %,d KB in the middle of %d s of training; slope %,.0f KB an hour%n",
        kind, level, SECONDS, slope * SECONDS_PER_HOUR);
    double growth = slope * SECONDS / 2;
    assertThat(growth)
        .isLessThan(
            SECONDS >= FULL
                ? ResidentMemory.ALLOWED_SHARE * level
                : ResidentMemory.ALLOWED_GROWTH_KB);
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
