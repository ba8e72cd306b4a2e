package io.civae.testkit;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class RecordingListener implements TrainingListener {

  private final List<TrainingProgress> steps = new ArrayList<>();
  private final List<EpochMetrics> epochs = new ArrayList<>();

  private final List<TrainingProgress> starts = new ArrayList<>();
  private int stepsAtStart;
  private int ends;

  /** How many steps had ended when each epoch did. */
  private final List<Integer> stepsAtEpochEnd = new ArrayList<>();

  @Override
  public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
    starts.add(start);
    stepsAtStart = steps.size();
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    ends++;
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    steps.add(progress);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    epochs.add(metrics);
    stepsAtEpochEnd.add(steps.size());
  }

  List<TrainingProgress> starts() {
    return starts;
  }

  int stepsAtStart() {
    return stepsAtStart;
  }

  int ends() {
    return ends;
  }

  List<TrainingProgress> steps() {
    return steps;
  }

  List<EpochMetrics> epochs() {
    return epochs;
  }

  EpochMetrics last() {
    return epochs.get(epochs.size() - 1);
  }

  List<Integer> stepsAtEpochEnd() {
    return stepsAtEpochEnd;
  }
}
