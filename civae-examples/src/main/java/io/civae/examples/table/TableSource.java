package io.civae.examples.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file (RFC 4180, UTF-8) and how it is to be read.
 *
 * @param csv the file
 * @param label the name of the column of labels, or its number from 1 without a header
 * @param header whether the first record names the columns
 * @param separator between fields
 * @param impute whether missing values are filled in
 */
public record TableSource(Path csv, String label, boolean header, char separator, boolean impute) {

  /**
   * Checks what can be checked without the file.
   *
   * @throws IllegalArgumentException if the label is no number although there is no header, or the
   *     separator cannot separate
   */
  public TableSource {
    if (!header && !label.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          "label (" + label + ") must be a column's number from 1 when there is no header");
    }
    if ("\"\r\n+-.".indexOf(separator) >= 0 || Character.isLetterOrDigit(separator)) {
      throw new IllegalArgumentException(
          String.format(
              "separator (U+%04X) must not be a quote, a line break or part of a number",
              (int) separator));
    }
  }

  /**
   * Where the labels are.
   *
   * @param names of all columns
   * @return from 0
   * @throws IllegalArgumentException if there is no such column
   */
  int labelIndex(List<String> names) {
    int index = header ? names.indexOf(label) : Integer.parseInt(label) - 1;
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException(
          csv + ": label (" + label + ") must be one of its columns " + CsvRows.listed(names));
    }
    return index;
  }

  CsvRows open() throws IOException {
    return CsvRows.open(this);
  }
}
