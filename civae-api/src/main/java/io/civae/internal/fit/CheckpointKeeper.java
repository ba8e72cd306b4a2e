package io.civae.internal.fit;

import io.civae.Checkpoints;
import io.civae.TrainingHistory;
import io.civae.TrainingProgress;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.CheckpointSchedule;
import io.civae.internal.checkpoint.TrainingIdentity;
import io.civae.internal.file.CheckpointFolder;
import io.civae.internal.file.CheckpointLock;
import io.civae.spi.TrainingState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of the training under way: the one it continues, and those it writes. Keeps other
 * trainings out of the folder until it is closed.
 */
final class CheckpointKeeper implements AutoCloseable {

  private final TrainingIdentity identity;
  private final CheckpointFolder folder;
  private final CheckpointLock lock;
  private final CheckpointSchedule schedule;
  private final Optional<Checkpoint> found;

  /** Looks for a checkpoint to continue from. */
  CheckpointKeeper(Checkpoints settings, TrainingIdentity identity) {
    this.identity = identity;
    folder = CheckpointFolder.open(settings);
    lock = CheckpointLock.take(settings.folder());
    found = newestOrUnlock();
    schedule =
        new CheckpointSchedule(
            settings, found.map(checkpoint -> checkpoint.state().elapsed()).orElse(Duration.ZERO));
  }

  private Optional<Checkpoint> newestOrUnlock() {
    try {
      return folder.newest(identity);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** The checkpoint to continue from. */
  Optional<Checkpoint> found() {
    return found;
  }

  /** The history of the checkpoint to continue from. */
  TrainingHistory history() {
    return found.map(Checkpoint::history).orElse(TrainingHistory.of(List.of()));
  }

  boolean isDue(TrainingProgress progress) {
    return schedule.isDue(progress);
  }

  void write(TrainingState state, TrainingHistory history) {
    folder.write(new Checkpoint(identity, state, history));
  }

  @Override
  public void close() {
    lock.close();
  }
}
