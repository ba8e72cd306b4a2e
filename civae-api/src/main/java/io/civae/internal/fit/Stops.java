package io.civae.internal.fit;

import io.civae.Cancellation;
import io.civae.FitOptions;
import io.civae.TrainingOutcome.Ending;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ends a training from outside. The time budget runs from the start of this. */
final class Stops {

  private final Optional<Cancellation> cancellation;
  private final Optional<Duration> timeBudget;
  private final long startNanos = System.nanoTime();
  private @Nullable Ending reason;

  Stops(FitOptions options) {
    cancellation = options.cancellation();
    timeBudget = options.timeBudget();
  }

  /** Whether training is to end now; once it is, it stays so. */
  boolean isDue() {
    if (reason == null) {
      reason = find();
    }
    return reason != null;
  }

  private @Nullable Ending find() {
    if (cancellation.filter(Cancellation::isCancelled).isPresent()) {
      return Ending.CANCELLED;
    }
    if (Thread.currentThread().isInterrupted()) {
      return Ending.INTERRUPTED;
    }
    Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
    return timeBudget.filter(budget -> spent.compareTo(budget) >= 0).isPresent()
        ? Ending.TIME_BUDGET
        : null;
  }

  /** Why it was due, or null while it was not. */
  @Nullable Ending reason() {
    return reason;
  }
}
