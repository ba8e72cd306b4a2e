package io.civae.examples.singlecell.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of numbers of a delimited file, each with its name. */
final class DelimitedRows {

  private static final int LONGEST_LINE = 1 << 26;

  private final DataFile file;
  private final Values rule;
  private final List<String> columnNames;
  private final DelimitedLine format;

  private DelimitedRows(
      DataFile file, Values rule, List<String> columnNames, DelimitedLine format) {
    this.file = file;
    this.rule = rule;
    this.columnNames = columnNames;
    this.format = format;
  }

  /** Receives one row; the array is used again for the next. */
  @FunctionalInterface
  interface Visitor {
    void visit(int row, String name, float[] fields) throws IOException;
  }

  static DelimitedRows of(DataFile file, Values rule) throws IOException {
    return file.read(in -> header(file, rule, in));
  }

  DataFile file() {
    return file;
  }

  private static DelimitedRows header(DataFile file, Values rule, InputStream in)
      throws IOException {
    BoundedLines lines = new BoundedLines(file, in, LONGEST_LINE);
    String first = nextRow(lines);
    String second = nextRow(lines);
    if (first == null || second == null) {
      throw file.damaged("must have a header and at least one row");
    }
    DelimitedLine format = DelimitedLine.formatOf(file, first);
    List<String> header = format.fields(first, 1);
    int fields = format.fields(second, lines.number()).size();
    boolean cornerLeftOut = fields == header.size() + 1;
    List<String> names = cornerLeftOut ? header : header.subList(1, header.size());
    if (names.isEmpty()) {
      throw file.damaged(1, "must name at least one column beside that of the names");
    }
    return new DelimitedRows(file, rule, List.copyOf(names), format);
  }

  private static @Nullable String nextRow(BoundedLines lines) throws IOException {
    String line = lines.next();
    while (line != null && line.isEmpty()) {
      line = lines.next();
    }
    return line;
  }

  List<String> columnNames() {
    return columnNames;
  }

  void forEach(Visitor visitor) throws IOException {
    file.read(
        in -> {
          BoundedLines lines = new BoundedLines(file, in, LONGEST_LINE);
          nextRow(lines);
          float[] values = new float[columnNames.size()];
          int row = 0;
          for (String line = nextRow(lines); line != null; line = nextRow(lines)) {
            List<String> fields = format.fields(line, lines.number());
            if (fields.size() != values.length + 1) {
              throw file.damaged(
                  lines.number(),
                  "has "
                      + fields.size()
                      + " fields, must have a name and "
                      + values.length
                      + " values");
            }
            for (int i = 0; i < values.length; i++) {
              values[i] = value(fields.get(i + 1), lines.number(), i);
            }
            visitor.visit(row++, fields.get(0), values);
          }
          return row;
        });
  }

  private float value(String field, long line, int column) throws IOException {
    double value = DecimalText.parse(field);
    if (!rule.allows(value)) {
      throw file.damaged(
          line, "value (" + field + ") of " + columnNames.get(column) + " must be " + rule.rule());
    }
    return (float) value;
  }
}
