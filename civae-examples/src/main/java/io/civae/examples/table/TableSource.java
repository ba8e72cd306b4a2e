package io.civae.examples.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file (RFC 4180, UTF-8) and how it is to be read.
 *
 * @param csv the file
 * @param label the name of the column of labels, or its number from 1 without a header
 * @param header whether the first record names the columns
 * @param separator between fields
 * @param impute whether missing values are filled in
 * @param categorical columns whose numbers are names of categories: by name, or by number from 1
 *     without a header
 */
public record TableSource(
    Path csv,
    String label,
    boolean header,
    char separator,
    boolean impute,
    Set<String> categorical) {

  /**
   * Checks what can be checked without the file.
   *
   * @throws IllegalArgumentException if a column is no number although there is no header, the
   *     column of labels is said to be categorical, or the separator cannot separate
   */
  public TableSource {
    categorical = Collections.unmodifiableSet(new LinkedHashSet<>(categorical));
    checkNumber("label", label, header);
    for (String column : categorical) {
      checkNumber("categorical", column, header);
      if (column.equals(label)) {
        throw new IllegalArgumentException(
            "categorical (" + column + ") must be another column than that of the labels");
      }
    }
    if ("\"\r\n+-.".indexOf(separator) >= 0 || Character.isLetterOrDigit(separator)) {
      throw new IllegalArgumentException(
          String.format(
              "separator (U+%04X) must not be a quote, a line break or part of a number",
              (int) separator));
    }
  }

  private static void checkNumber(String option, String column, boolean header) {
    if (!header && !column.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          option + " (" + column + ") must be a column's number from 1 when there is no header");
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
    return index("label", label, names);
  }

  /**
   * Where the columns are whose numbers are names.
   *
   * @param names of all columns
   * @return from 0
   * @throws IllegalArgumentException if there is no such column
   */
  Set<Integer> categoricalIndices(List<String> names) {
    Set<Integer> indices = new LinkedHashSet<>();
    categorical.forEach(column -> indices.add(index("categorical", column, names)));
    return indices;
  }

  private int index(String option, String column, List<String> names) {
    int index = header ? names.indexOf(column) : Integer.parseInt(column) - 1;
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException(
          csv
              + ": "
              + option
              + " ("
              + column
              + ") must be one of its columns "
              + CsvRows.listed(names));
    }
    return index;
  }

  CsvRows open() throws IOException {
    return CsvRows.open(this);
  }
}
