package io.civae.examples.command;

import io.civae.Checkpoints;
import io.civae.examples.experiment.Interruption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be typed about ending a training early and going on with it. */
final class CheckpointOptions {

  private static final double MILLIS_PER_SECOND = 1e3;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double LONGEST_SECONDS = 1e9;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description =
          "Keep checkpoints of the training there, one after each epoch, and go on from the newest"
              + " sound one: typed again, the same command goes on where it was, and ends as if it"
              + " had never stopped.")
  @Nullable Path folder;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      description = "Also within an epoch, so often. Default: only after each epoch.")
  @Nullable Double everySeconds;

  @Option(
      names = "--time-budget",
      paramLabel = "MINUTES",
      description =
          "End the training after so long, and write what has come of it. Default: as long as it"
              + " takes.")
  @Nullable Double budgetMinutes;

  /**
   * What was typed.
   *
   * @throws IllegalArgumentException if a value is out of range, or an interval without a folder
   */
  Interruption interruption() {
    Optional<Duration> every = duration("--checkpoint-every", everySeconds, 1);
    if (folder == null && every.isPresent()) {
      throw new IllegalArgumentException(
          "--checkpoint-every (" + everySeconds + ") needs --checkpoint");
    }
    Optional<Checkpoints> checkpoints =
        Optional.ofNullable(folder)
            .map(Checkpoints::in)
            .map(places -> every.map(places::every).orElse(places));
    return new Interruption(
        checkpoints, duration("--time-budget", budgetMinutes, SECONDS_PER_MINUTE));
  }

  private static Optional<Duration> duration(String name, @Nullable Double value, double unit) {
    if (value == null) {
      return Optional.empty();
    }
    double seconds = value * unit;
    if (!(seconds * MILLIS_PER_SECOND >= 1 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be above 0 and at most 30 years");
    }
    return Optional.of(Duration.ofMillis((long) (seconds * MILLIS_PER_SECOND)));
  }
}
