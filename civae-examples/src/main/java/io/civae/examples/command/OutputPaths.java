package io.civae.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a command, checked before any work: none is written over another. */
final class OutputPaths {

  private record Named(String option, Path file) {}

  private final List<Named> known = new ArrayList<>();

  /** Adds a file that is only read. */
  OutputPaths reading(String option, @Nullable Path file) {
    if (file != null) {
      known.add(new Named(option, file));
    }
    return this;
  }

  /**
   * Adds a file that is to be written.
   *
   * @throws IllegalArgumentException if it is one of the files added before
   * @throws IOException if it can be no file
   */
  OutputPaths writing(String option, @Nullable Path file) throws IOException {
    if (file == null) {
      return this;
    }
    for (Named other : known) {
      if (same(other.file(), file)) {
        throw new IllegalArgumentException(
            option + " (" + file + ") must be another file than " + other.option());
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(option + " (" + file + ") must be in a folder that exists");
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(option + " (" + file + ") must be in a folder that can be written to");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(option + " (" + file + ") must be a regular file or none yet");
    }
    known.add(new Named(option, file));
    return this;
  }

  private static boolean same(Path a, Path b) throws IOException {
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
        || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
  }
}
