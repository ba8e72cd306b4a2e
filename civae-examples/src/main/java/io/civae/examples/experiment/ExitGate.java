package io.civae.examples.experiment;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.util.concurrent.Semaphore;

/**
 * Lets the JVM end, at Ctrl-C or SIGTERM, only where no native code is at work: an engine that is
 * unloaded under a running step crashes the process now and then, with another exit code and a page
 * of noise. Shut while an experiment runs; opens for a moment between steps.
 */
final class ExitGate implements AutoCloseable {

  /** Fair, so that an exit that waits is let through before the next step. */
  private final Semaphore permit = new Semaphore(1, true);

  /** Keeps the permit: whoever wants to go on waits until the process is gone. */
  private final Thread atExit = new Thread(permit::acquireUninterruptibly);

  private ExitGate() {}

  /** What the JVM runs when it is to end. */
  Thread atExit() {
    return atExit;
  }

  /** Shuts a new gate. */
  static ExitGate shut() {
    ExitGate gate = new ExitGate();
    gate.permit.acquireUninterruptibly();
    Runtime.getRuntime().addShutdownHook(gate.atExit);
    return gate;
  }

  /** Opens for a moment. */
  void pass() {
    permit.release();
    permit.acquireUninterruptibly();
  }

  /** A listener that opens the gate after each step and otherwise is the given one. */
  TrainingListener after(TrainingListener next) {
    return new TrainingListener() {
      @Override
      public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
        next.trainingStarted(config, start);
      }

      @Override
      public void stepEnded(TrainingProgress progress) {
        next.stepEnded(progress);
        pass();
      }

      @Override
      public void epochEnded(EpochMetrics metrics) {
        next.epochEnded(metrics);
      }

      @Override
      public void trainingEnded(TrainingHistory history) {
        next.trainingEnded(history);
      }
    };
  }

  @Override
  public void close() {
    permit.release();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The exit is under way and passes now.
    }
  }
}
