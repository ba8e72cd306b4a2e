package io.civae.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The bytes of a file, and why they could not be had. */
final class ArchiveBytes {

  private ArchiveBytes() {}

  /** As many bytes as the file has, no more even if it grows: devices and pipes have no end. */
  static byte[] read(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new IOException("it is not a regular file");
    }
    if (attributes.size() > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "has " + attributes.size() + " bytes; at most 2 GiB can be read");
    }
    byte[] bytes = new byte[(int) attributes.size()];
    try (InputStream in = Files.newInputStream(file)) {
      if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw new IOException("it was shortened while it was being read");
      }
    }
    return bytes;
  }

  static String reason(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "a name in it is not valid Unicode";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    // The JDK's own exceptions often say no more than a file's name; their class says the rest.
    return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
  }
}
