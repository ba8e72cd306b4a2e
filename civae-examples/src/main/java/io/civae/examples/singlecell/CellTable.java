package io.civae.examples.singlecell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The cells of a matrix, in the order of its rows: a unique barcode each, and columns of
 * annotation. Immutable and safe to read from many threads.
 */
public final class CellTable {

  private final List<String> barcodes;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, CellColumn> columns = new LinkedHashMap<>();

  private CellTable(List<String> barcodes, List<CellColumn> columns) {
    this.barcodes = List.copyOf(barcodes);
    for (int i = 0; i < this.barcodes.size(); i++) {
      Integer earlier = rows.putIfAbsent(this.barcodes.get(i), i);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "barcode \""
                + barcodes.get(i)
                + "\" stands at "
                + earlier
                + " and at "
                + i
                + "; barcodes must be unique");
      }
    }
    for (CellColumn column : columns) {
      if (column.size() != barcodes.size()) {
        throw new IllegalArgumentException(
            "column "
                + column.name()
                + " ("
                + column.size()
                + " values) must have one value per cell ("
                + barcodes.size()
                + ")");
      }
      if (this.columns.putIfAbsent(column.name(), column) != null) {
        throw new IllegalArgumentException(
            "column \"" + column.name() + "\" stands there twice; names must be unique");
      }
    }
  }

  /**
   * Cells with their annotation.
   *
   * @param barcodes at least one, each once
   * @param columns any number, each with one value per cell
   * @return the table
   * @throws IllegalArgumentException if a rule is broken; the message names barcode or column
   */
  public static CellTable of(List<String> barcodes, List<CellColumn> columns) {
    if (barcodes.isEmpty()) {
      throw new IllegalArgumentException("barcodes (0) must be at least one");
    }
    return new CellTable(barcodes, columns);
  }

  /**
   * The number of cells.
   *
   * @return at least 1
   */
  public int size() {
    return barcodes.size();
  }

  /**
   * All barcodes.
   *
   * @return an immutable list in the order of the rows
   */
  public List<String> barcodes() {
    return barcodes;
  }

  /**
   * Finds a cell.
   *
   * @param barcode its barcode
   * @return its row; empty when there is no such cell
   */
  public OptionalInt find(String barcode) {
    Integer row = rows.get(barcode);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * The annotation there is.
   *
   * @return the names of the columns, in their order
   */
  public List<String> columnNames() {
    return List.copyOf(columns.keySet());
  }

  /**
   * One column of annotation.
   *
   * @param name one of {@link #columnNames()}
   * @return the column
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public CellColumn column(String name) {
    CellColumn column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "column \"" + name + "\" must be one of " + columns.keySet());
    }
    return column;
  }

  /**
   * Some cells, in the given order.
   *
   * @param cells rows, at least one, each at most once
   * @return their table
   * @throws IllegalArgumentException if none is given or one is given twice
   */
  public CellTable select(int... cells) {
    List<String> some = new ArrayList<>();
    for (int cell : cells) {
      some.add(barcodes.get(cell));
    }
    return of(some, columns.values().stream().map(column -> column.select(cells)).toList());
  }

  /**
   * The same cells with the columns of another table of the same barcodes in the same order added;
   * a column of this table gives way to one of the same name.
   *
   * @param more the other table
   * @return the union
   * @throws IllegalArgumentException if the barcodes differ
   */
  public CellTable withColumnsOf(CellTable more) {
    if (!barcodes.equals(more.barcodes)) {
      throw new IllegalArgumentException(
          "barcodes of the added columns must be the same, in the same order");
    }
    Map<String, CellColumn> union = new LinkedHashMap<>(columns);
    union.putAll(more.columns);
    return of(barcodes, List.copyOf(union.values()));
  }
}
