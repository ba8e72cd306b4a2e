package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
class RecordingListener implements TrainingListener {

  private final List<String> events = new ArrayList<>();
  private final List<TrainingProgress> steps = new ArrayList<>();
  private final List<EpochMetrics> epochs = new ArrayList<>();

  List<String> events() {
    return events;
  }

  List<TrainingProgress> steps() {
    return steps;
  }

  List<EpochMetrics> epochs() {
    return epochs;
  }

  EpochMetrics lastEpoch() {
    return epochs.get(epochs.size() - 1);
  }

  @Override
  public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
    events.add("started " + start.step() + "/" + start.steps());
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    events.add("step " + progress.step());
    steps.add(progress);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    events.add("epoch " + metrics.epoch());
    epochs.add(metrics);
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    events.add("ended");
  }
}
