package io.civae.examples.singlecell.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A sparse matrix of an AnnData file: a group with {@code data}, {@code indices} and {@code
 * indptr}, compressed by rows (cells) or by columns (genes), read some entries at a time.
 */
final class H5adSparse implements H5adMatrix {

  private final Values rule;
  private final boolean byCell;
  private final int rows;
  private final int columns;
  private final Hdf5Array data;
  private final Hdf5Array indices;
  private final double[] starts;

  private H5adSparse(Hdf5Part part, Values rule, boolean byCell, int rows, int columns)
      throws IOException {
    this.rule = rule;
    this.byCell = byCell;
    this.rows = rows;
    this.columns = columns;
    this.data = Hdf5Array.of(part.get("data"), 1);
    this.indices = Hdf5Array.of(part.get("indices"), 1);
    this.starts = starts(Hdf5Array.of(part.get("indptr"), 1), byCell ? rows : columns);
  }

  static H5adSparse in(Hdf5Part part, Values rule) throws IOException {
    String encoding = part.text("encoding-type");
    String format =
        encoding == null ? part.text("h5sparse_format") : encoding.replace("_matrix", "");
    if (!"csr".equals(format) && !"csc".equals(format)) {
      throw part.damaged(
          "has the encoding \"" + format + "\", must be a data set, csr_matrix or csc_matrix");
    }
    Object declared = part.attribute("shape");
    int[] shape = shape(part, declared == null ? part.attribute("h5sparse_shape") : declared);
    return new H5adSparse(part, rule, "csr".equals(format), shape[0], shape[1]);
  }

  private static int[] shape(Hdf5Part part, @Nullable Object shape) throws IOException {
    if (shape instanceof long[] sizes
        && sizes.length == 2
        && isSize(sizes[0])
        && isSize(sizes[1])) {
      return new int[] {(int) sizes[0], (int) sizes[1]};
    }
    if (shape instanceof int[] sizes && sizes.length == 2 && isSize(sizes[0]) && isSize(sizes[1])) {
      return sizes;
    }
    throw part.damaged("must have an attribute \"shape\" of two sizes of at least 1");
  }

  private static boolean isSize(long size) {
    return size >= 1 && size <= Integer.MAX_VALUE - 8;
  }

  private double[] starts(Hdf5Array array, int lines) throws IOException {
    Hdf5Part part = array.part();
    if (array.length() != lines + 1L) {
      throw part.damaged("has " + array.length() + " numbers, must have " + (lines + 1L));
    }
    double[] numbers = array.allNumbers();
    for (int i = 0; i < numbers.length; i++) {
      double least = i == 0 ? 0 : numbers[i - 1];
      if (!(numbers[i] >= least)
          || numbers[i] != Math.rint(numbers[i])
          || (i == 0 && numbers[i] != 0)) {
        throw part.damaged(
            "number "
                + i
                + " ("
                + numbers[i]
                + ") must be an integer, not below "
                + least
                + ", the first 0");
      }
    }
    if (numbers[lines] != data.length() || indices.length() != data.length()) {
      throw part.damaged(
          "ends with "
              + numbers[lines]
              + " entries, but data has "
              + data.length()
              + " and indices has "
              + indices.length());
    }
    return numbers;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean isByCell() {
    return byCell;
  }

  @Override
  public void forEachEntry(EntryVisitor visitor) throws IOException {
    int step = Math.max(data.sliceLength(), indices.sliceLength());
    int others = byCell ? columns : rows;
    int line = 0;
    for (int from = 0; from < data.length(); from += step) {
      int count = Math.min(step, data.length() - from);
      double[] values = data.numbers(from, count);
      double[] places = indices.numbers(from, count);
      for (int i = 0; i < count; i++) {
        long at = (long) from + i;
        while (at >= starts[line + 1]) {
          line++;
        }
        if (!(places[i] >= 0 && places[i] < others && places[i] == Math.rint(places[i]))) {
          throw indices
              .part()
              .damaged(
                  "number "
                      + at
                      + " ("
                      + places[i]
                      + ") must be an integer from 0 to "
                      + (others - 1));
        }
        float value = H5adMatrix.checked(data.part(), rule, values[i], at);
        if (value != 0) {
          int other = (int) places[i];
          visitor.visit(byCell ? line : other, byCell ? other : line, value);
        }
      }
    }
  }
}
