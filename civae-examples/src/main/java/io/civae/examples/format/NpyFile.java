package io.civae.examples.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes matrices as NumPy arrays (format version 1.0, little-endian float32, row-major), for
 * {@code numpy.load}.
 */
public final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** Magic, version, header length and header together are padded to a multiple of this. */
  private static final int ALIGNMENT = 64;

  private NpyFile() {}

  /** Gives the rows of a matrix one after the other. */
  @FunctionalInterface
  public interface Rows {

    /**
     * One row.
     *
     * @param index from 0
     * @return its values
     */
    float[] row(int index);
  }

  /**
   * Writes a matrix, over an existing file of that name.
   *
   * @param file where to
   * @param rows the number of rows
   * @param columns the number of columns
   * @param source gives the rows
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, int rows, int columns, Rows source) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(MAGIC);
      out.write(header(rows, columns));
      ByteBuffer buffer = ByteBuffer.allocate(4 * columns).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < rows; i++) {
        buffer.clear();
        buffer.asFloatBuffer().put(source.row(i));
        out.write(buffer.array());
      }
    }
  }

  private static byte[] header(int rows, int columns) {
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            rows,
            columns);
    int before = MAGIC.length + 2;
    int padded = (before + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - before;
    String line = text + " ".repeat(padded - text.length() - 1) + "\n";
    return ByteBuffer.allocate(2 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) padded)
        .put(line.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
