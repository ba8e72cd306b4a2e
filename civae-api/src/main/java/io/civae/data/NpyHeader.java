package io.civae.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The header of a NumPy {@code .npy} file: a magic string, the format's version, the length of a
 * Python dictionary and that dictionary, with the keys {@code descr}, {@code fortran_order} and
 * {@code shape}.
 */
final class NpyHeader {

  private static final long MAGIC = 0x934E554D5059L;
  private static final int MAGIC_BYTES = 6;
  private static final int LENGTH_AT = 8;

  /** NumPy itself refuses headers beyond 10,000 bytes unless told to trust the file. */
  private static final int LONGEST = 10_000;

  private NpyHeader() {}

  static RowLayout read(FileHead file) throws IOException {
    ByteBuffer start = file.read(0, LENGTH_AT);
    if (start.getLong() >>> (Long.SIZE - Byte.SIZE * MAGIC_BYTES) != MAGIC) {
      throw new IllegalArgumentException("not a NumPy .npy file");
    }
    int version = start.get(MAGIC_BYTES);
    if (version < 1 || version > 3) {
      throw new IllegalArgumentException(
          "is of .npy version " + version + "; versions 1 to 3 can be read");
    }
    int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer field = file.read(LENGTH_AT, lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? Short.toUnsignedLong(field.getShort())
            : Integer.toUnsignedLong(field.getInt());
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          "damaged: its header claims " + length + " bytes; at most " + LONGEST + " are read");
    }
    int from = LENGTH_AT + lengthBytes;
    // What is not UTF-8 becomes a character that no rule of the header lets pass.
    String text = StandardCharsets.UTF_8.decode(file.read(from, (int) length)).toString();
    return layout(new PythonDict(text), from + length);
  }

  private static RowLayout layout(PythonDict dict, long start) {
    String descr = dict.text("descr");
    ElementType type;
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    switch (descr) {
      case "<f4" -> type = ElementType.FLOAT32;
      case "<f8" -> type = ElementType.FLOAT64;
      case "|u1" -> type = ElementType.UINT8;
      case ">f4" -> {
        type = ElementType.FLOAT32;
        order = ByteOrder.BIG_ENDIAN;
      }
      case ">f8" -> {
        type = ElementType.FLOAT64;
        order = ByteOrder.BIG_ENDIAN;
      }
      default ->
          throw new IllegalArgumentException(
              "descr (" + descr + ") must be float32, float64 or uint8: '<f4', '<f8' or '|u1'");
    }
    if (dict.bool("fortran_order")) {
      throw new IllegalArgumentException(
          "fortran_order (True) must be False: save numpy.ascontiguousarray of the array");
    }
    long[] shape = dict.integers("shape");
    if (shape.length == 0) {
      throw new IllegalArgumentException("shape () must have at least one dimension");
    }
    dict.checkAllRead();
    return RowLayout.of(type, order, start, shape);
  }
}
