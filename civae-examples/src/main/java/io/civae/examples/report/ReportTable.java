package io.civae.examples.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption, a header row and a header for each row. Not thread-safe. */
public final class ReportTable {

  private final String caption;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  record Row(String header, List<TableCell> cells) {}

  private ReportTable(String caption, List<String> columns) {
    this.caption = caption;
    this.columns = columns;
  }

  /**
   * A table without rows yet.
   *
   * @param caption what it shows
   * @param columns the name of each column, the first that of the row headers
   * @return the table
   * @throws IllegalArgumentException if there are fewer than two columns
   */
  public static ReportTable captioned(String caption, String... columns) {
    if (columns.length < 2) {
      throw new IllegalArgumentException("columns (" + columns.length + ") must be at least 2");
    }
    return new ReportTable(caption, List.of(columns));
  }

  /**
   * Adds a row.
   *
   * @param header its name
   * @param cells one for each further column
   * @return this table
   * @throws IllegalArgumentException if there are not as many cells as further columns
   */
  public ReportTable row(String header, List<TableCell> cells) {
    if (cells.size() != columns.size() - 1) {
      throw new IllegalArgumentException(
          "row %s has %d cells for %d columns".formatted(header, cells.size(), columns.size() - 1));
    }
    rows.add(new Row(header, List.copyOf(cells)));
    return this;
  }

  String caption() {
    return caption;
  }

  List<String> columns() {
    return columns;
  }

  List<Row> rows() {
    return rows;
  }
}
