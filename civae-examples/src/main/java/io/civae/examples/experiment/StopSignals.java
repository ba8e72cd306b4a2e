package io.civae.examples.experiment;

import io.civae.Cancellation;
import io.civae.TrainingHistory;
import io.civae.TrainingOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, SIGINT and SIGTERM do not end the JVM but the training, after the step under
 * way and with a checkpoint where there are any. The second signal ends the JVM as ever.
 *
 * <p>A shutdown hook would come too late: the engine's own hook takes the engine away, from which a
 * checkpoint is yet to be read.
 */
// There is no other way in Java to hear a signal before the JVM begins to end.
@SuppressWarnings("sunapi")
public final class StopSignals implements AutoCloseable {

  private static final String[] NAMES = {"INT", "TERM"};

  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<@Nullable Signal> received = new AtomicReference<>();
  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

  private StopSignals() {}

  /**
   * Listens from now on.
   *
   * @return to be closed after the training
   */
  public static StopSignals listen() {
    StopSignals signals = new StopSignals();
    for (String name : NAMES) {
      signals.handle(name);
    }
    return signals;
  }

  private void handle(String name) {
    Signal signal;
    SignalHandler old;
    try {
      signal = new Signal(name);
      old = Signal.handle(signal, this::stop);
    } catch (IllegalArgumentException e) {
      // A JVM that leaves signals to others (-Xrs) or knows none of the name ends as it always did.
      return;
    }
    if (old.equals(SignalHandler.SIG_IGN)) {
      // Whoever started this program in the background wants the signal to be ignored.
      Signal.handle(signal, old);
    } else {
      before.put(signal, old);
    }
  }

  private void stop(Signal signal) {
    received.set(signal);
    restore();
    cancellation.cancel();
  }

  private void restore() {
    before.forEach(Signal::handle);
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
    Signal signal = received.get();
    if (signal != null) {
      long step = history.outcome().map(TrainingOutcome::steps).orElse(0L);
      throw new StoppedException(signal.getName(), signal.getNumber(), step, advice);
    }
  }

  @Override
  public void close() {
    restore();
  }
}
