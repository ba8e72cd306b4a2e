package io.civae.djl;

import io.civae.spi.NetworkState;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;

/** Checks that a training can start from a state. */
final class StartCheck {

  private StartCheck() {}

  static void check(TrainingState start, TrainingTask task, EpochPlan plan, long steps) {
    if (start.step() > steps) {
      throw new IllegalArgumentException(
          "the state to start from is of step " + start.step() + ", the last step is " + steps);
    }
    long epochStart = start.step() - start.step() % plan.batches();
    long found = start.epochStart().map(NetworkState::step).orElse(start.step());
    if (found != epochStart) {
      throw new IllegalArgumentException(
          "the state to start from has its epoch begin after step "
              + found
              + ", which is not step "
              + epochStart);
    }
    NetworkLayout layout = NetworkLayout.of(task.config(), start.current().parameters());
    int features = task.training().featureCount();
    int classes = task.training().classNames().size();
    if (layout.featureCount() != features || layout.classCount() != classes) {
      throw new IllegalArgumentException(
          "the state to start from has "
              + layout.featureCount()
              + " features and "
              + layout.classCount()
              + " classes, the data have "
              + features
              + " and "
              + classes);
    }
  }
}
