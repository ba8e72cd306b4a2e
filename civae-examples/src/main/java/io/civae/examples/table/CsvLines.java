package io.civae.examples.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows of CSV; a field stands in quotes when it could not be read back without. */
final class CsvLines {

  private final Writer out;
  private final char separator;
  private final String lineEnd;

  CsvLines(Writer out, char separator, String lineEnd) {
    this.out = out;
    this.separator = separator;
    this.lineEnd = lineEnd;
  }

  void write(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(separator);
      }
      out.write(quoted(fields.get(i)));
    }
    out.write(lineEnd);
  }

  private String quoted(String field) {
    boolean needed =
        field.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
