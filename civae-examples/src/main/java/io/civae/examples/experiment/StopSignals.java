package io.civae.examples.experiment;

import io.civae.Cancellation;
import io.civae.TrainingHistory;
import io.civae.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * While it is open, SIGINT and SIGTERM do not end the JVM but the training, after the step under
 * way and with a checkpoint where there are any. The second signal ends the JVM as ever.
 *
 * <p>A shutdown hook would come too late: the engine's own hook takes the engine away, from which a
 * checkpoint is yet to be read.
 */
public final class StopSignals implements AutoCloseable {

  /** The signals by which people and systems ask a program to end, with their numbers. */
  private enum Stop {
    INT(2),
    TERM(15);

    private final int number;

    Stop(int number) {
      this.number = number;
    }
  }

  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<Optional<Stop>> received = new AtomicReference<>(Optional.empty());
  private final List<HeardSignal> heard = new ArrayList<>();

  private StopSignals() {}

  /**
   * Listens from now on.
   *
   * @return to be closed after the training
   */
  public static StopSignals listen() {
    StopSignals signals = new StopSignals();
    synchronized (signals.heard) {
      for (Stop stop : Stop.values()) {
        HeardSignal.on(stop.name(), () -> signals.stop(stop)).ifPresent(signals.heard::add);
      }
    }
    return signals;
  }

  private void stop(Stop stop) {
    received.set(Optional.of(stop));
    close();
    cancellation.cancel();
  }

  /**
   * What a signal cancels.
   *
   * @return for {@link io.civae.FitOptions}
   */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Ends the program in an orderly way if a signal has ended the training.
   *
   * @param history of the training
   * @param advice how to go on
   * @throws StoppedException if a signal has come
   */
  public void check(TrainingHistory history, String advice) {
    Optional<Stop> stop = received.get();
    if (stop.isPresent()) {
      long step = history.outcome().map(TrainingOutcome::steps).orElse(0L);
      throw new StoppedException(stop.get().name(), stop.get().number, step, advice);
    }
  }

  @Override
  public void close() {
    synchronized (heard) {
      heard.forEach(HeardSignal::off);
      heard.clear();
    }
  }
}
