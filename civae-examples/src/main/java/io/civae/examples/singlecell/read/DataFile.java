package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file that may be gzip-compressed, whatever its name. Its faults are told with its name. */
final class DataFile {

  /** No DEFLATE stream expands further than this (RFC 1951: 258 bytes from two bits). */
  private static final int MAX_EXPANSION = 1032;

  private static final int BUFFER = 1 << 16;

  private final Path path;

  DataFile(Path path) {
    this.path = path;
  }

  /** Reads a result from the uncompressed bytes. */
  @FunctionalInterface
  interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  <T> T read(Reading<T> reading) throws IOException {
    if (Files.isDirectory(path)) {
      throw damaged("is a folder, must be a file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      if (isCompressed(raw)) {
        try (InputStream plain = new GZIPInputStream(raw, BUFFER)) {
          return reading.from(plain);
        }
      }
      return reading.from(raw);
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(path.toString(), "does not exist", e);
    } catch (ZipException e) {
      throw new DamagedFileException(
          path.toString(), "compressed data are damaged: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new DamagedFileException(path.toString(), "compressed data end too early", e);
    } catch (CharacterCodingException e) {
      throw new DamagedFileException(path.toString(), "is not text in UTF-8", e);
    }
  }

  /** The most bytes that uncompressed data of this file can have. */
  long mostBytes() throws IOException {
    long size = Files.size(path);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
      return isCompressed(raw) ? size * MAX_EXPANSION : size;
    }
  }

  private static boolean isCompressed(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() | in.read() << 8;
    in.reset();
    return magic == GZIPInputStream.GZIP_MAGIC;
  }

  Path path() {
    return path;
  }

  DamagedFileException damaged(String problem) {
    return new DamagedFileException(path.toString(), problem);
  }

  DamagedFileException damaged(long line, String problem) {
    return new DamagedFileException(path.toString(), "line " + line + ": " + problem);
  }
}
