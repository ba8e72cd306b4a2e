package io.civae.examples.table;

import io.civae.examples.format.DamagedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A first look at a whole file: the kinds of its columns and the number of its rows. Memory holds
 * one row and at most {@value ColumnSurvey#MOST_CATEGORIES} values of a column.
 */
public final class TableSurvey {

  private final TableSource source;
  private final List<String> names;
  private final List<ColumnSurvey> features = new ArrayList<>();
  private final int label;
  private final String lineEnd;
  private final String stamp;
  private final int rows;
  private int unlabelled;

  private TableSurvey(TableSource source, CsvRows csv) throws IOException {
    this.source = source;
    stamp = stampOf(source);
    names = csv.names();
    label = source.labelIndex(names);
    if (names.size() == 1) {
      throw new DamagedFileException(source.csv().toString(), "has no column beside the labels");
    }
    List<ColumnSurvey> columns = columns(source.categoricalIndices(names));
    while (csv.next()) {
      for (int c = 0; c < columns.size(); c++) {
        check(csv, c);
        if (c != label) {
          columns.get(c).add(csv.field(c), csv.row());
        }
      }
    }
    rows = csv.row();
    lineEnd = csv.lineEnd();
    for (int c = 0; c < columns.size(); c++) {
      if (c != label) {
        features.add(columns.get(c));
      }
    }
    if (rows == 0) {
      throw new DamagedFileException(source.csv().toString(), "has a header but no row");
    }
    checkFilled();
  }

  /**
   * Reads the whole file once.
   *
   * @param source the file
   * @return what is in it
   * @throws IOException if it cannot be read or is no table; the message says where
   * @throws IllegalArgumentException if the column of labels is not in it
   */
  public static TableSurvey of(TableSource source) throws IOException {
    try (CsvRows csv = source.open()) {
      return new TableSurvey(source, csv);
    }
  }

  private List<ColumnSurvey> columns(Set<Integer> categorical) {
    List<ColumnSurvey> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      columns.add(new ColumnSurvey(names.get(c), categorical.contains(c)));
    }
    return columns;
  }

  private void check(CsvRows csv, int column) throws DamagedFileException {
    String field = csv.field(column);
    boolean missing = ColumnSurvey.isMissing(field);
    if (missing && column == label) {
      unlabelled++;
    }
    if (missing && !source.impute()) {
      throw new DamagedFileException(
          source.csv().toString(),
          "row "
              + csv.row()
              + ", column "
              + (column + 1)
              + " ("
              + names.get(column)
              + ") is missing (\""
              + field
              + "\"); --impute fills in medians and most frequent names, rows without a label stay"
              + " unlabelled"
              + (column == label && !field.isBlank()
                  ? "; a class of that name needs another"
                  : ""));
    }
  }

  private void checkFilled() throws DamagedFileException {
    for (ColumnSurvey column : features) {
      if (column.isEmpty()) {
        throw new DamagedFileException(
            source.csv().toString(), "column \"" + column.name() + "\" has no value at all");
      }
    }
  }

  TableSource source() {
    return source;
  }

  List<String> names() {
    return names;
  }

  /** All columns but the labels. */
  List<ColumnSurvey> features() {
    return features;
  }

  int label() {
    return label;
  }

  int rows() {
    return rows;
  }

  String lineEnd() {
    return lineEnd;
  }

  /** What is copied later must be what was read. */
  void checkUnchanged() throws IOException {
    if (!stampOf(source).equals(stamp)) {
      throw new DamagedFileException(source.csv().toString(), "has changed since it was read");
    }
  }

  private static String stampOf(TableSource source) throws IOException {
    return Files.size(source.csv()) + " " + Files.getLastModifiedTime(source.csv());
  }

  /**
   * One line for people.
   *
   * @return rows, columns by kind and how many values and labels are missing
   */
  @Override
  public String toString() {
    long numeric = features.stream().filter(ColumnSurvey::isNumeric).count();
    String categorical =
        features.stream()
            .filter(column -> !column.isNumeric())
            .map(ColumnSurvey::name)
            .collect(Collectors.joining(", "));
    int missing = features.stream().mapToInt(ColumnSurvey::missing).sum();
    return rows
        + " rows, "
        + numeric
        + " numeric columns"
        + (categorical.isEmpty() ? "" : ", categorical: " + categorical)
        + (missing == 0 ? "" : ", " + missing + " missing values filled in")
        + (unlabelled == 0 ? "" : ", " + unlabelled + " rows without a label");
  }
}
