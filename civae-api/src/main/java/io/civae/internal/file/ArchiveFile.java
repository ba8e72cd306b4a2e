package io.civae.internal.file;

import io.civae.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** The file of an archive; whatever is wrong with it is a {@link ModelFileException}. */
final class ArchiveFile {

  private static final String TEMPORARY_PREFIX = ".civae-";

  private ArchiveFile() {}

  /** Writes in full or not at all. */
  static void write(Path file, Supplier<TensorArchive> archive, FileAccess access) {
    try {
      AtomicFile.write(file, archive.get().toBytes(), TEMPORARY_PREFIX, access);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be written: " + ArchiveBytes.reason(e), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFileException(file, "cannot be written: " + e.getMessage(), e);
    }
  }

  /** Reads, and makes of it what it holds. */
  static <T> T read(Path file, ArchiveFormat format, Function<TensorArchive, T> contents) {
    try {
      return contents.apply(TensorArchive.fromBytes(ArchiveBytes.read(file), format));
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read: " + ArchiveBytes.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, String.valueOf(e.getMessage()), e);
    }
  }
}
