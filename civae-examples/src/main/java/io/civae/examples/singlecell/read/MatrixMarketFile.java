package io.civae.examples.singlecell.read;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A sparse matrix in the coordinate format of MatrixMarket (Boisvert, Pozo and Remington, NISTIR
 * 5935, 1996): a header, comments, a line of sizes, then one line per entry with row and column
 * counted from 1. Integer and real matrices without symmetry are read.
 */
final class MatrixMarketFile {

  /** The shortest entry: "1 1 1" and the end of its line. */
  private static final int SHORTEST_ENTRY = 6;

  private static final List<String> FIELDS = List.of("integer", "real");

  private final DataFile file;
  private final int rows;
  private final int columns;
  private final long entries;

  private MatrixMarketFile(DataFile file, int rows, int columns, long entries) {
    this.file = file;
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  static MatrixMarketFile open(DataFile file) throws IOException {
    MatrixMarketFile matrix = file.read(in -> header(file, new EntryText(file, in)));
    long most = file.mostBytes() / SHORTEST_ENTRY + 1;
    if (matrix.entries > most) {
      throw file.damaged(
          "declares "
              + matrix.entries
              + " entries, more than the "
              + most
              + " that its bytes can hold");
    }
    if (matrix.entries > (long) matrix.rows * matrix.columns) {
      throw file.damaged(
          "declares "
              + matrix.entries
              + " entries, more than a matrix of "
              + matrix.rows
              + " x "
              + matrix.columns
              + " has");
    }
    return matrix;
  }

  private static MatrixMarketFile header(DataFile file, EntryText text) throws IOException {
    String banner = text.restOfLine();
    List<String> words = List.of(banner.toLowerCase(Locale.ROOT).split("\\s+", -1));
    boolean readable =
        words.size() == 5
            && words.subList(0, 3).equals(List.of("%%matrixmarket", "matrix", "coordinate"))
            && FIELDS.contains(words.get(3))
            && words.get(4).equals("general");
    if (!readable) {
      throw file.damaged(
          1,
          "\"" + banner + "\" must be \"%%MatrixMarket matrix coordinate integer|real general\"");
    }
    while (text.hasMore() && text.nextIs('%')) {
      text.restOfLine();
    }
    int rows = (int) text.integer("number of rows", 1, Integer.MAX_VALUE - 8);
    int columns = (int) text.integer("number of columns", 1, Integer.MAX_VALUE - 8);
    long entries = text.integer("number of entries", 0, Long.MAX_VALUE / 2);
    text.endOfLine();
    return new MatrixMarketFile(file, rows, columns, entries);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  long entries() {
    return entries;
  }

  DataFile file() {
    return file;
  }

  /** Receives row and column, counted from 0; false ends the pass. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(int row, int column, float value, long line) throws IOException;
  }

  /** Hands over the entries in the order of the file, zeros included. */
  void forEach(Values rule, Visitor visitor) throws IOException {
    file.read(
        in -> {
          EntryText text = new EntryText(file, in);
          header(file, text);
          long found = 0;
          while (text.hasMore()) {
            if (found == entries) {
              throw file.damaged(
                  text.line(), "goes on after the " + entries + " entries that the file declares");
            }
            int row = (int) text.integer("row", 1, rows) - 1;
            int column = (int) text.integer("column", 1, columns) - 1;
            float value = text.value(rule);
            long line = text.line();
            text.endOfLine();
            found++;
            if (!visitor.visit(row, column, value, line)) {
              return found;
            }
          }
          if (found < entries) {
            throw file.damaged("has " + found + " entries, declares " + entries);
          }
          return found;
        });
  }
}
