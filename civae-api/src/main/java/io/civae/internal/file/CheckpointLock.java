package io.civae.internal.file;

import io.civae.CheckpointException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder of checkpoints to one training at a time, by a lock of the operating system on a
 * file in it. The system gives it up when its process ends, however it ends; the file stays, since
 * to delete one that another process is about to lock would let two of them in.
 */
public final class CheckpointLock implements AutoCloseable {

  static final String NAME = ".civae-checkpoint.lock";

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointLock.class);

  /** Beyond the text in the file, which Windows would not let others read if it were locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_HOLDER = 200;

  /**
   * Folders locked in this process. POSIX locks belong to a process, which would not only get a
   * second one but also lose the first by closing the file of the second.
   */
  private static final ConcurrentMap<Path, String> HELD_HERE = new ConcurrentHashMap<>();

  private final Path folder;
  private final @Nullable RandomAccessFile file;

  private CheckpointLock(Path folder, @Nullable RandomAccessFile file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Locks a folder. On a file system that has no locks there is a warning instead, and other
   * processes are not kept out.
   *
   * @param folder exists
   * @return the lock, to be closed
   * @throws CheckpointException if another training has it
   */
  public static CheckpointLock take(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      throw new CheckpointException(folder, "cannot be locked: " + e, e);
    }
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String holder =
        HELD_HERE.putIfAbsent(
            real, "thread \"" + Thread.currentThread().getName() + "\" since " + now);
    if (holder != null) {
      throw inUse(folder, holder + ", in this process");
    }
    // Channels would refuse to work for a thread that is interrupted, which only ends its training.
    boolean interrupted = Thread.interrupted();
    @Nullable CheckpointLock lock = null;
    try {
      lock = new CheckpointLock(real, lockedFile(folder, real, now));
      return lock;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(real);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static @Nullable RandomAccessFile lockedFile(Path folder, Path real, String now) {
    try {
      RandomAccessFile file = new RandomAccessFile(real.resolve(NAME).toFile(), "rw");
      boolean locked = false;
      try {
        if (file.getChannel().tryLock(LOCKED_BYTE, 1, false) == null) {
          throw inUse(folder, holder(file));
        }
        file.setLength(0);
        file.write(
            ("process " + ProcessHandle.current().pid() + " since " + now)
                .getBytes(StandardCharsets.US_ASCII));
        locked = true;
        return file;
      } finally {
        if (!locked) {
          file.close();
        }
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(folder, "this process, by another class loader");
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn(
          "{} cannot be locked, so nothing keeps another process from writing to it: {}",
          folder,
          e.toString());
      return null;
    }
  }

  /** Anything may stand in the file. */
  private static String holder(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(LONGEST_HOLDER, file.length())];
    int length = Math.max(0, file.read(bytes));
    String text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
    return text.matches("process [0-9]+ since [-0-9TZ:]+") ? text : "another process";
  }

  private static CheckpointException inUse(Path folder, String holder) {
    return new CheckpointException(
        folder,
        "is in use by another training ("
            + holder
            + "); a folder serves one at a time: wait until that has ended, or take another folder",
        null);
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.warn("{} may stay locked until this process ends: {}", folder, e.toString());
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
