package io.civae.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a command, checked before any work: none is written over another. */
final class OutputPaths {

  private record Named(String option, Path file, boolean written) {}

  private final List<Named> known = new ArrayList<>();

  /** Adds a file that is only read. */
  OutputPaths reading(String option, @Nullable Path file) {
    if (file != null) {
      known.add(new Named(option, file, false));
    }
    return this;
  }

  /**
   * Adds a file that is to be written. Nothing is looked up: what is typed alone decides.
   *
   * @throws IllegalArgumentException if it has the path of one of the files added before
   */
  OutputPaths writing(String option, @Nullable Path file) {
    if (file == null) {
      return this;
    }
    Named added = new Named(option, file, true);
    for (Named other : known) {
      if (path(other).equals(path(added))) {
        throw same(added, other);
      }
    }
    known.add(added);
    return this;
  }

  private static Path path(Named named) {
    return named.file().toAbsolutePath().normalize();
  }

  private static IllegalArgumentException same(Named added, Named other) {
    return new IllegalArgumentException(
        added.option() + " (" + added.file() + ") must be another file than " + other.option());
  }

  /**
   * Looks at the disk.
   *
   * @throws IllegalArgumentException if a file to be written is, by a link, another of the files
   * @throws IOException if it can be no file
   */
  void check() throws IOException {
    for (int i = 0; i < known.size(); i++) {
      Named named = known.get(i);
      if (named.written()) {
        for (Named other : known.subList(0, i)) {
          if (Files.exists(other.file())
              && Files.exists(named.file())
              && Files.isSameFile(other.file(), named.file())) {
            throw same(named, other);
          }
        }
        checkWritable(named.option() + " (" + named.file() + ")", named.file());
      }
    }
  }

  private static void checkWritable(String name, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(name + " must be in a folder that exists");
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(name + " must be in a folder that can be written to");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(name + " must be a regular file or none yet");
    }
  }
}
