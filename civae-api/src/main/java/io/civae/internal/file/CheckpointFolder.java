package io.civae.internal.file;

import io.civae.CheckpointException;
import io.civae.CheckpointMismatchException;
import io.civae.Checkpoints;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.TrainingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one training: writes them, finds the newest sound one, keeps a few. */
public final class CheckpointFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

  private final Checkpoints settings;
  private final FileAccess access;
  private boolean writesFirst = true;

  private CheckpointFolder(Checkpoints settings, FileAccess access) {
    this.settings = settings;
    this.access = access;
  }

  /**
   * Makes the folder where it is missing, so that a training does not find out at its first
   * checkpoint.
   *
   * @param settings where and how many
   * @return the folder
   * @throws CheckpointException if it cannot be made
   */
  public static CheckpointFolder open(Checkpoints settings) {
    return open(settings, new DiskAccess());
  }

  static CheckpointFolder open(Checkpoints settings, FileAccess access) {
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      throw new CheckpointException(
          settings.folder(), "cannot be made a folder of checkpoints: " + e, e);
    }
    return new CheckpointFolder(settings, access);
  }

  /**
   * The newest sound checkpoint, unless training is to start anew.
   *
   * @param identity of the training that is to continue
   * @return empty when there is no checkpoint at all
   * @throws CheckpointException if there are checkpoints, but none is sound
   * @throws CheckpointMismatchException if it is of another training
   */
  public Optional<Checkpoint> newest(TrainingIdentity identity) {
    if (!settings.resume()) {
      return Optional.empty();
    }
    List<String> failures = new ArrayList<>();
    for (Map.Entry<Long, Path> entry : files().descendingMap().entrySet()) {
      Path file = entry.getValue();
      Optional<Checkpoint> sound = readOrExplain(entry.getKey(), file, failures);
      if (sound.isPresent()) {
        List<String> differences = identity.differencesFrom(sound.get().identity());
        if (!differences.isEmpty()) {
          throw new CheckpointMismatchException(file, differences);
        }
        return sound;
      }
    }
    if (!failures.isEmpty()) {
      throw new CheckpointException(
          settings.folder(),
          "none of the "
              + failures.size()
              + " checkpoints can be read ("
              + String.join("; ", failures)
              + "); to start anew, take them away",
          null);
    }
    return Optional.empty();
  }

  private static Optional<Checkpoint> readOrExplain(long step, Path file, List<String> failures) {
    String reason;
    try {
      Checkpoint checkpoint = read(file);
      if (checkpoint.state().step() == step) {
        return Optional.of(checkpoint);
      }
      reason = "it is of step " + checkpoint.state().step() + ", not of the one in its name";
    } catch (IOException e) {
      reason = "cannot be read: " + ArchiveBytes.reason(e);
    } catch (IllegalArgumentException e) {
      reason = String.valueOf(e.getMessage());
    }
    LOG.warn("checkpoint {} is passed over: {}", file, reason);
    failures.add(file.getFileName() + ": " + reason);
    return Optional.empty();
  }

  static Checkpoint read(Path file) throws IOException {
    return CheckpointArchive.read(
        TensorArchive.fromBytes(ArchiveBytes.read(file), ArchiveFormat.CHECKPOINT));
  }

  /**
   * Writes a checkpoint, in full or not at all, and then deletes those that are not to be kept.
   *
   * @param checkpoint the newest one
   * @return its file
   * @throws CheckpointException if it cannot be written; the older ones are untouched
   */
  public Path write(Checkpoint checkpoint) {
    Path file = settings.folder().resolve(CheckpointNames.of(checkpoint.state().step()));
    try {
      AtomicFile.write(
          file,
          CheckpointArchive.write(checkpoint).toBytes(),
          CheckpointNames.TEMPORARY_PREFIX,
          access);
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be written: " + ArchiveBytes.reason(e), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CheckpointException(file, "cannot be written: " + e.getMessage(), e);
    }
    prune(checkpoint);
    return file;
  }

  /** What cannot be deleted only takes room, and the training is worth more. */
  private void prune(Checkpoint newest) {
    boolean anew = writesFirst && !settings.resume();
    int last = anew ? 1 : settings.keepLast();
    Map<Long, Path> superfluous = CheckpointNames.superfluous(files(), newest, last, anew);
    List<Path> deleted = new ArrayList<>(superfluous.values());
    if (writesFirst) {
      deleted.addAll(leftovers());
      writesFirst = false;
    }
    for (Path file : deleted) {
      try {
        access.delete(file);
      } catch (IOException e) {
        LOG.warn("{} is no longer needed but cannot be deleted: {}", file, e.toString());
      }
    }
  }

  private NavigableMap<Long, Path> files() {
    try {
      return CheckpointNames.in(settings.folder());
    } catch (IOException e) {
      throw new CheckpointException(settings.folder(), "cannot be listed: " + e, e);
    }
  }

  /** Temporary files of a process that was killed while it wrote. */
  private List<Path> leftovers() {
    try {
      return CheckpointNames.temporaryFilesIn(settings.folder());
    } catch (IOException e) {
      throw new CheckpointException(settings.folder(), "cannot be listed: " + e, e);
    }
  }
}
