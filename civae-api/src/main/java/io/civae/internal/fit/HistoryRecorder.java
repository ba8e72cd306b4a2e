package io.civae.internal.fit;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.TrainingRollback;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every epoch's metrics and the last progress, and passes everything on. */
final class HistoryRecorder implements TrainingListener {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryRecorder.class);

  private final TrainingListener next;
  private final List<EpochMetrics> epochs;
  private @Nullable TrainingProgress reached;

  /** {@code before} are the epochs of a training that is continued. */
  HistoryRecorder(TrainingListener next, List<EpochMetrics> before) {
    this.next = next;
    epochs = new ArrayList<>(before);
  }

  List<EpochMetrics> epochs() {
    return epochs;
  }

  /** Null before the start. */
  @Nullable TrainingProgress reached() {
    return reached;
  }

  @Override
  public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
    reached = start;
    next.trainingStarted(config, start);
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    reached = progress;
    next.stepEnded(progress);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    epochs.add(metrics);
    next.epochEnded(metrics);
  }

  @Override
  public void rolledBack(TrainingRollback rollback) {
    LOG.warn(
        "{}; training goes back from step {} to step {} and on with {} times the learning rate",
        rollback.reason(),
        rollback.step(),
        rollback.backToStep(),
        rollback.rateFactor());
    next.rolledBack(rollback);
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    next.trainingEnded(history);
  }
}
