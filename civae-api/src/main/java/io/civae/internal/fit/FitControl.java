package io.civae.internal.fit;

import io.civae.FitOptions;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingOutcome;
import io.civae.TrainingOutcome.Ending;
import io.civae.TrainingProgress;
import io.civae.spi.BestEpoch;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steers one training as its options say, and keeps what it tells. */
final class FitControl implements TrainingControl {

  private final FitOptions options;
  private final Stops stops;
  private final @Nullable CheckpointKeeper keeper;
  private final HistoryRecorder recorder;
  private final long resumedFromStep;

  /** {@code keeper} is null without checkpoints. */
  FitControl(FitOptions options, Stops stops, @Nullable CheckpointKeeper keeper) {
    this.options = options;
    this.stops = stops;
    this.keeper = keeper;
    recorder =
        new HistoryRecorder(
            options.listener(), keeper == null ? List.of() : keeper.history().epochs());
    resumedFromStep =
        keeper == null ? 0 : keeper.found().map(found -> found.state().step()).orElse(0L);
  }

  @Override
  public TrainingListener listener() {
    return recorder;
  }

  @Override
  public boolean goesOn() {
    return !stops.isDue();
  }

  @Override
  public boolean wantsState(TrainingProgress progress) {
    return keeper != null && keeper.isDue(progress);
  }

  @Override
  public void take(TrainingState state) {
    if (keeper != null) {
      keeper.write(state, TrainingHistory.of(recorder.epochs()));
    }
  }

  @Override
  public int rollbacks() {
    return options.rollbacks();
  }

  /**
   * The history of a training that ended with the given state, of which a last checkpoint is made.
   */
  TrainingHistory ended(TrainingState last) {
    TrainingHistory history = TrainingHistory.of(recorder.epochs(), outcome(last));
    if (keeper != null) {
      boolean isFinal = history.outcome().orElseThrow().ending().isFinal();
      keeper.write(last, isFinal ? history : TrainingHistory.of(recorder.epochs()));
    }
    recorder.trainingEnded(history);
    return history;
  }

  private TrainingOutcome outcome(TrainingState last) {
    TrainingProgress reached = recorder.reached();
    long steps = reached == null ? last.step() : reached.step();
    return new TrainingOutcome(
        ending(), steps, last.best().map(BestEpoch::epoch), resumedFromStep, last.rollbacks());
  }

  private Ending ending() {
    TrainingProgress reached = recorder.reached();
    if (reached == null || reached.step() == reached.steps()) {
      return Ending.COMPLETED;
    }
    Ending reason = stops.reason();
    return reason == null ? Ending.EARLY_STOPPING : reason;
  }
}
