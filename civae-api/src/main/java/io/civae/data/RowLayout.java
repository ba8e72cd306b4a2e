package io.civae.data;

import java.nio.ByteOrder;

/**
 * Where the rows of a file lie: row-major, from {@code start} to the file's end.
 *
 * @param type of each value
 * @param order of its bytes
 * @param start of the first value, in bytes
 * @param rows at least 1
 * @param columns at least 1
 */
record RowLayout(ElementType type, ByteOrder order, long start, int rows, int columns) {

  /** No mapped piece of a file may be longer than an int can say; half of that leaves room. */
  static final int LONGEST_ROW = 1 << 30;

  RowLayout {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "rows (" + rows + ") and columns (" + columns + ") must be at least 1");
    }
    if ((long) columns * type.bytes() > LONGEST_ROW) {
      throw new IllegalArgumentException(
          "a row of " + columns + " values of type " + type + " is longer than 1 GiB");
    }
  }

  /** From dimensions as a file declares them: the first is the number of rows. */
  static RowLayout of(ElementType type, ByteOrder order, long start, long... dimensions) {
    long columns = 1;
    for (int axis = 0; axis < dimensions.length; axis++) {
      if (dimensions[axis] < 1 || dimensions[axis] > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "dimension "
                + axis
                + " ("
                + dimensions[axis]
                + ") must be from 1 to "
                + Integer.MAX_VALUE);
      }
      if (axis > 0) {
        columns *= dimensions[axis];
        if (columns > Integer.MAX_VALUE) {
          throw new IllegalArgumentException(
              "the dimensions make more than " + Integer.MAX_VALUE + " values per row");
        }
      }
    }
    return new RowLayout(type, order, start, (int) dimensions[0], (int) columns);
  }

  int rowBytes() {
    return columns * type.bytes();
  }

  /** At most 2³¹ rows of 2³⁰ bytes: no overflow. */
  long end() {
    return start + (long) rows * rowBytes();
  }

  /** A file that is longer or shorter than its header says is not what it seems. */
  void checkLength(long length) {
    if (length != end()) {
      throw new IllegalArgumentException(
          (length < end() ? "truncated or damaged" : "damaged")
              + ": "
              + rows
              + " × "
              + columns
              + " values of type "
              + type
              + " from byte "
              + start
              + " on need "
              + end()
              + " bytes, the file has "
              + length);
    }
  }
}
