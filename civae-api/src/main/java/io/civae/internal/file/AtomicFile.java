package io.civae.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Replaces a file in one step: whoever reads it finds the old bytes or the new, never a part, also
 * after a power cut.
 *
 * <p>The bytes go to a temporary file in the same folder, to the disk, and under their name by a
 * rename; then the folder goes to the disk. A failure before the rename leaves the old file as it
 * was and takes the temporary file away. A symbolic link stays what it is: the file it leads to is
 * replaced, or made when it is not there.
 */
final class AtomicFile {

  /** What the names of temporary files end with. */
  static final String TEMPORARY = ".tmp";

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final int MOST_INTERRUPTS = 100;

  private AtomicFile() {}

  /** {@code temporary} is what the name of the temporary file begins with. */
  static void write(Path file, byte[] bytes, String temporary, FileAccess access)
      throws IOException {
    // Interrupting ends a training early, and then the model is to be saved; channels would refuse.
    boolean interrupted = Thread.interrupted();
    try {
      for (int interrupts = 0; ; interrupts++) {
        try {
          replace(target(file), bytes, temporary, access);
          return;
        } catch (InterruptedWrite e) {
          interrupted = true;
          if (!Thread.interrupted() || interrupts == MOST_INTERRUPTS) {
            throw e;
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void replace(Path file, byte[] bytes, String prefix, FileAccess access)
      throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("it is not a file's name");
    }
    // In the same folder: a rename is atomic only within one file system. Not by createTempFile,
    // which keeps the group and others out, whatever the user's umask says.
    Path temporary = folder.resolve(prefix + UUID.randomUUID() + TEMPORARY);
    String step = "creating a temporary file beside it";
    try {
      try (FileAccess.Output output = access.create(temporary)) {
        step = "writing";
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          output.write(buffer);
        }
        step = "flushing to the disk";
        output.force();
        step = "closing";
      }
      step = "renaming the temporary file";
      access.move(temporary, file);
    } catch (IOException e) {
      IOException failure = failure(step + " failed, an older file is untouched", e);
      discard(temporary, failure, access);
      throw failure;
    } catch (RuntimeException | Error e) {
      discard(temporary, e, access);
      throw e;
    }
    try {
      access.forceFolder(folder);
    } catch (IOException e) {
      throw failure("it is written whole, but flushing its folder to the disk failed", e);
    }
  }

  /** What cannot be deleted is said, but does not hide why it was to be. */
  private static void discard(Path temporary, Throwable failure, FileAccess access) {
    try {
      access.delete(temporary);
    } catch (IOException e) {
      failure.addSuppressed(new IOException(temporary + " is left over", e));
    }
  }

  private static IOException failure(String what, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new InterruptedWrite(what, cause);
    }
    String reason =
        cause instanceof NoSuchFileException ? "no such file or folder" : cause.toString();
    return new IOException(what + ": " + reason, cause);
  }

  /** An interrupt closed the channel under way; the whole can be done again. */
  private static final class InterruptedWrite extends IOException {

    InterruptedWrite(String what, IOException cause) {
      super(what + ": the thread was interrupted", cause);
    }
  }
}
