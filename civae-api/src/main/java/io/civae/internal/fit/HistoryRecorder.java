package io.civae.internal.fit;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** Keeps every epoch's metrics and passes everything on. */
final class HistoryRecorder implements TrainingListener {

  private final TrainingListener next;
  private final List<EpochMetrics> epochs = new ArrayList<>();

  HistoryRecorder(TrainingListener next) {
    this.next = next;
  }

  TrainingHistory history() {
    return TrainingHistory.of(epochs);
  }

  @Override
  public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
    next.trainingStarted(config, start);
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    next.stepEnded(progress);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    epochs.add(metrics);
    next.epochEnded(metrics);
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    next.trainingEnded(history);
  }
}
