package io.civae.data;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A converted file: raw little-endian float32 rows from byte 0, one little-endian int32 class
 * number for each row (−1 for none), a {@link RowsTrailer}, and 20 bytes that say how long that is
 * (8), its CRC-32C (4) and the magic {@code CIVAROWS} (8), big-endian.
 */
final class RowsFile {

  static final long MAGIC = 0x43495641524F5753L;

  static final int FOOTER_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;

  /** The names of a million columns fit; a damaged length does not fill the memory. */
  private static final int LONGEST_TRAILER = 1 << 28;

  private final RowsTrailer trailer;
  private final MappedFeatureMatrix matrix;
  private final int[] classes;

  private RowsFile(RowsTrailer trailer, MappedFeatureMatrix matrix, int[] classes) {
    this.trailer = trailer;
    this.matrix = matrix;
    this.classes = classes;
  }

  RowsTrailer trailer() {
    return trailer;
  }

  MappedFeatureMatrix matrix() {
    return matrix;
  }

  /** The labels by name, null for none. */
  @Nullable String[] labels() {
    @Nullable String[] labels = new @Nullable String[classes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = classes[i] < 0 ? null : trailer.classNames().get(classes[i]);
    }
    return labels;
  }

  static byte[] footer(byte[] trailer) {
    return ByteBuffer.allocate(FOOTER_BYTES)
        .putLong(trailer.length)
        .putInt(Hashing.crc32c().hashBytes(trailer).asInt())
        .putLong(MAGIC)
        .array();
  }

  /**
   * Opens a file that a conversion wrote.
   *
   * @throws DataFileException if it is another file or a damaged one
   */
  static RowsFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataFileException(file, "is not a regular file", null);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, channel);
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be read: " + e, e);
    } catch (IllegalArgumentException e) {
      throw new DataFileException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static RowsFile read(Path file, FileChannel channel) throws IOException {
    FileHead bytes = new FileHead(channel);
    long footerAt = bytes.length() - FOOTER_BYTES;
    ByteBuffer footer = footerAt < 0 ? null : bytes.read(footerAt, FOOTER_BYTES);
    if (footer == null || footer.getLong(FOOTER_BYTES - Long.BYTES) != MAGIC) {
      throw new IllegalArgumentException("was not written by a conversion of this library");
    }
    long trailerLength = footer.getLong();
    if (trailerLength < 0 || trailerLength > Math.min(LONGEST_TRAILER, footerAt)) {
      throw new IllegalArgumentException("damaged: its trailer claims " + trailerLength + " bytes");
    }
    ByteBuffer trailerBytes = bytes.read(footerAt - trailerLength, (int) trailerLength);
    if (Hashing.crc32c().hashBytes(trailerBytes.duplicate()).asInt() != footer.getInt()) {
      throw new IllegalArgumentException("damaged: the CRC of its trailer is not the one stored");
    }
    RowsTrailer trailer = RowsTrailer.of(trailerBytes);
    RowLayout layout =
        RowLayout.of(
            ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN, 0, trailer.rows(), trailer.columns());
    long classBytes = (long) Integer.BYTES * trailer.rows();
    if (layout.end() + classBytes != footerAt - trailerLength) {
      throw new IllegalArgumentException(
          "damaged: "
              + trailer.rows()
              + " × "
              + trailer.columns()
              + " values and their class numbers need "
              + (layout.end() + classBytes)
              + " bytes, it has "
              + (footerAt - trailerLength));
    }
    int[] classes = classes(bytes, layout.end(), trailer);
    return new RowsFile(
        trailer, MappedFeatureMatrix.map(file, channel, layout, RowLayout.LONGEST_ROW), classes);
  }

  private static int[] classes(FileHead bytes, long from, RowsTrailer trailer) throws IOException {
    int[] classes = new int[trailer.rows()];
    int piece = 1 << 16;
    for (int start = 0; start < classes.length; start += piece) {
      int count = Math.min(piece, classes.length - start);
      bytes
          .read(from + (long) Integer.BYTES * start, Integer.BYTES * count)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .get(classes, start, count);
    }
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] < -1 || classes[i] >= trailer.classNames().size()) {
        throw new IllegalArgumentException(
            "damaged: class number " + classes[i] + " of row " + i + " is not that of a class");
      }
    }
    return classes;
  }
}
