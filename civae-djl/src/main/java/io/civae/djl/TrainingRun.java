package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.civae.TrainingDivergedException;
import io.civae.TrainingRollback;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole training: goes back where it diverges and on from there, each time with a network, an
 * optimiser and engine memory made anew, as a training that continues from a checkpoint has them.
 */
final class TrainingRun {

  private final EngineKind kind;
  private final Engine engine;
  private final Supplier<NDManager> sessions;
  private final TrainingTask task;
  private final TrainingControl control;
  private boolean told;

  /** {@code sessions} makes managers that are closed here. */
  TrainingRun(
      EngineKind kind,
      Engine engine,
      Supplier<NDManager> sessions,
      TrainingTask task,
      TrainingControl control) {
    this.kind = kind;
    this.engine = engine;
    this.sessions = sessions;
    this.task = task;
    this.control = control;
  }

  TrainingState run() {
    TrainingState state = task.start().orElseGet(this::untrained);
    @Nullable TrainingState ended = null;
    while (ended == null) {
      try (NDManager session = sessions.get();
          Training training = new Training(kind, engine, session, task, state, control)) {
        if (!told) {
          control.listener().trainingStarted(task.config(), training.progress());
          told = true;
        }
        try {
          ended = training.run();
        } catch (TrainingDivergedException e) {
          state = goneBack(training, e);
        }
      }
    }
    return ended;
  }

  private TrainingState untrained() {
    return TrainingState.of(NetworkState.initial(StartingParameters.of(task)));
  }

  private TrainingState goneBack(Training training, TrainingDivergedException failure) {
    TrainingState lastGood = training.lastGood();
    if (lastGood.rollbacks() > control.rollbacks()) {
      throw failure;
    }
    control
        .listener()
        .rolledBack(
            new TrainingRollback(
                String.valueOf(failure.getMessage()),
                training.progress().step(),
                lastGood.step(),
                lastGood.rollbacks(),
                Divergence.rateFactor(lastGood.rollbacks())));
    return lastGood;
  }
}
