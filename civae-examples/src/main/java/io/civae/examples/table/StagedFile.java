package io.civae.examples.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file under a temporary name beside its own, which it gets when it is whole. Closing takes away
 * what did not get that far.
 */
final class StagedFile implements AutoCloseable {

  private final Path target;
  private final Path temporary;
  private final OutputStream bytes;
  private final Writer writer;

  private StagedFile(Path target, Path temporary) throws IOException {
    this.target = target;
    this.temporary = temporary;
    try {
      bytes =
          Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileSystemException e) {
      throw cannotBeWritten(e);
    }
    writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
  }

  static StagedFile of(Path file) throws IOException {
    // Through a symbolic link: the link stays, the file it leads to is replaced.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    return new StagedFile(target, target.resolveSibling(".civae-" + UUID.randomUUID() + ".tmp"));
  }

  /** Copies a file's bytes as they are; before anything is written. */
  void copy(Path file) throws IOException {
    Files.copy(file, bytes);
  }

  Writer writer() {
    return writer;
  }

  void commit() throws IOException {
    writer.close();
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      throw cannotBeWritten(e);
    }
  }

  /** The file's own name: nobody knows that of the temporary one. */
  private IOException cannotBeWritten(FileSystemException problem) {
    String reason = problem.getReason();
    return new IOException(
        target
            + " cannot be written: "
            + (reason == null ? problem.getClass().getSimpleName() : reason),
        problem);
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
