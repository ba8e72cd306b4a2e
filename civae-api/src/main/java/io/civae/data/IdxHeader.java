package io.civae.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The header of an IDX file: two zero bytes, the type of the values, the rank, and each dimension
 * as a big-endian int; then the values, big-endian and row-major.
 */
final class IdxHeader {

  private static final int UNSIGNED_BYTE = 0x08;
  private static final int FLOAT = 0x0D;
  private static final int DOUBLE = 0x0E;
  private static final int GZIP = 0x1F8B;

  private IdxHeader() {}

  static RowLayout read(FileHead file) throws IOException {
    int magic = file.read(0, Integer.BYTES).getInt();
    if (magic >>> 16 == GZIP) {
      throw new IllegalArgumentException(
          "is compressed by gzip and cannot be mapped; unpack it first");
    }
    ElementType type =
        switch (magic >>> 8) {
          case UNSIGNED_BYTE -> ElementType.UINT8;
          case FLOAT -> ElementType.FLOAT32;
          case DOUBLE -> ElementType.FLOAT64;
          default -> throw notIdx(magic);
        };
    int rank = magic & 0xFF;
    if (rank == 0) {
      throw notIdx(magic);
    }
    int length = Integer.BYTES + rank * Integer.BYTES;
    ByteBuffer bytes = file.read(Integer.BYTES, rank * Integer.BYTES);
    long[] dimensions = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      dimensions[axis] = Integer.toUnsignedLong(bytes.getInt());
    }
    return RowLayout.of(type, ByteOrder.BIG_ENDIAN, length, dimensions);
  }

  private static IllegalArgumentException notIdx(int magic) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "not an IDX file of unsigned bytes, floats or doubles: magic number 0x%08x",
            magic));
  }
}
