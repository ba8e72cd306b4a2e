package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a line of CSV or TSV (RFC 4180): a field in double quotes may hold the delimiter,
 * and a quote written twice. A field does not go over the end of its line.
 */
final class DelimitedLine {

  private final DataFile file;
  private final char delimiter;

  private DelimitedLine(DataFile file, char delimiter) {
    this.file = file;
    this.delimiter = delimiter;
  }

  /** The format of a file by its first line: tabs if it has one, otherwise commas. */
  static DelimitedLine formatOf(DataFile file, String firstLine) {
    return new DelimitedLine(file, firstLine.indexOf('\t') >= 0 ? '\t' : ',');
  }

  /** The fields of one line. */
  List<String> fields(String line, long number) throws DamagedFileException {
    List<String> fields = new ArrayList<>();
    int position = 0;
    while (position <= line.length()) {
      boolean quoted = position < line.length() && line.charAt(position) == '"';
      int end = quoted ? closingQuote(line, position, number) + 1 : position;
      int next = line.indexOf(delimiter, end);
      next = next < 0 ? line.length() : next;
      if (quoted && next != end) {
        throw file.damaged(
            number, "field " + (fields.size() + 1) + " goes on after its closing quote");
      }
      fields.add(
          quoted
              ? line.substring(position + 1, end - 1).replace("\"\"", "\"")
              : line.substring(position, next));
      position = next + 1;
    }
    return fields;
  }

  private int closingQuote(String line, int opening, long number) throws DamagedFileException {
    int at = line.indexOf('"', opening + 1);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
      at = line.indexOf('"', at + 2);
    }
    if (at < 0) {
      throw file.damaged(number, "a quote at character " + (opening + 1) + " is not closed");
    }
    return at;
  }
}
