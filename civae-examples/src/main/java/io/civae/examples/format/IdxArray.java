package io.civae.examples.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An array of unsigned bytes from an IDX file, the format MNIST is published in: a magic number
 * {@code 0x000008RR} with the rank RR, the dimensions as big-endian ints, the values row-major. The
 * file may be gzip-compressed, whatever its name.
 *
 * <p>Reading is strict and bounded: nothing is allocated for a size that the file only declares,
 * and a missing or an extra byte is an error.
 */
public final class IdxArray {

  /** The most values a file may hold. */
  public static final int MAX_VALUES = 1 << 30;

  private static final int UNSIGNED_BYTES = 0x0800;

  /** No DEFLATE stream expands further than this (RFC 1951: 258 bytes from two bits). */
  private static final int MAX_EXPANSION = 1032;

  private final int[] dimensions;
  private final byte[] values;

  private IdxArray(int[] dimensions, byte[] values) {
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param file plain or gzip-compressed
   * @param rank the number of dimensions it must have
   * @return its array
   * @throws DamagedFileException if it is missing or breaks a rule of the format
   * @throws IOException if it cannot be read
   */
  public static IdxArray read(Path file, int rank) throws IOException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new DamagedFileException(name, "is a folder, must be a file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      long size = Files.size(file);
      if (isCompressed(raw)) {
        try (InputStream plain = new BufferedInputStream(new GZIPInputStream(raw))) {
          return read(plain, name, rank, size, true);
        }
      }
      return read(raw, name, rank, size, false);
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(name, "does not exist", e);
    } catch (ZipException e) {
      throw new DamagedFileException(name, "compressed data are damaged: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new DamagedFileException(name, "compressed data end too early", e);
    }
  }

  private static boolean isCompressed(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() | in.read() << 8;
    in.reset();
    return magic == GZIPInputStream.GZIP_MAGIC;
  }

  private static IdxArray read(InputStream in, String name, int rank, long size, boolean compressed)
      throws IOException {
    int header = 4 + 4 * rank;
    ByteBuffer start = ByteBuffer.wrap(in.readNBytes(header));
    if (start.remaining() >= 4) {
      checkMagic(start.getInt(), name, rank);
    }
    if (start.capacity() < header) {
      throw new DamagedFileException(
          name, "ends at byte " + start.capacity() + " within its header of " + header + " bytes");
    }
    int[] dimensions = dimensions(start, name, rank);
    int declared = product(dimensions, name);
    if (!compressed && size != (long) header + declared) {
      throw wrongLength(name, dimensions, header, declared, Long.toString(size));
    }
    if (compressed && declared > size * MAX_EXPANSION) {
      throw new DamagedFileException(
          name,
          "declares " + declared + " values, more than " + size + " compressed bytes can hold");
    }
    // readNBytes allocates what has arrived, not what was declared.
    byte[] values = in.readNBytes(declared);
    if (values.length < declared) {
      String found = Long.toString((long) header + values.length);
      throw wrongLength(name, dimensions, header, declared, found);
    }
    if (in.read() >= 0) {
      throw wrongLength(name, dimensions, header, declared, "more");
    }
    return new IdxArray(dimensions, values);
  }

  private static void checkMagic(int magic, String name, int rank) throws DamagedFileException {
    int expected = UNSIGNED_BYTES | rank;
    if (magic != expected) {
      throw new DamagedFileException(
          name,
          String.format(
              "magic number 0x%08x at byte 0 must be 0x%08x (unsigned bytes, rank %d)",
              magic, expected, rank));
    }
  }

  private static int[] dimensions(ByteBuffer start, String name, int rank)
      throws DamagedFileException {
    int[] dimensions = new int[rank];
    for (int i = 0; i < rank; i++) {
      int at = start.position();
      dimensions[i] = start.getInt();
      if (dimensions[i] < 1) {
        throw new DamagedFileException(
            name,
            String.format(
                "dimension %d (%s) at byte %d must be from 1 to %d",
                i, Integer.toUnsignedString(dimensions[i]), at, Integer.MAX_VALUE));
      }
    }
    return dimensions;
  }

  private static int product(int[] dimensions, String name) throws DamagedFileException {
    long product = 1;
    for (int dimension : dimensions) {
      product *= dimension;
      if (product > MAX_VALUES) {
        throw new DamagedFileException(
            name,
            "dimensions "
                + Arrays.toString(dimensions)
                + " declare more than the "
                + MAX_VALUES
                + " values allowed");
      }
    }
    return (int) product;
  }

  private static DamagedFileException wrongLength(
      String name, int[] dimensions, int header, int declared, String found) {
    return new DamagedFileException(
        name,
        "dimensions "
            + Arrays.toString(dimensions)
            + " need "
            + ((long) header + declared)
            + " bytes, the file has "
            + found);
  }

  /**
   * One dimension.
   *
   * @param axis from 0
   * @return its size, at least 1
   */
  public int dimension(int axis) {
    return dimensions[axis];
  }

  /**
   * The values.
   *
   * @return a copy, row-major
   */
  public byte[] values() {
    return values.clone();
  }
}
