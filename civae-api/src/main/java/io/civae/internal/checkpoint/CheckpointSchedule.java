package io.civae.internal.checkpoint;

import io.civae.Checkpoints;
import io.civae.TrainingProgress;
import java.time.Duration;

/** Says after which steps there is a checkpoint. Not thread-safe. */
public final class CheckpointSchedule {

  private final Checkpoints settings;
  private Duration last;

  /**
   * A schedule.
   *
   * @param settings when they are wanted
   * @param start how long training has taken before
   */
  public CheckpointSchedule(Checkpoints settings, Duration start) {
    this.settings = settings;
    last = start;
  }

  /**
   * Whether there is to be one now.
   *
   * @param progress after a step
   * @return true at the end of the right epochs, and when the interval is over
   */
  public boolean isDue(TrainingProgress progress) {
    long stepsPerEpoch = progress.steps() / progress.epochs();
    boolean epochEnded = progress.step() % stepsPerEpoch == 0;
    boolean due =
        (epochEnded && progress.epoch() % settings.everyEpochs() == 0)
            || settings
                .every()
                .filter(interval -> progress.elapsed().minus(last).compareTo(interval) >= 0)
                .isPresent();
    if (due) {
      last = progress.elapsed();
    }
    return due;
  }
}
