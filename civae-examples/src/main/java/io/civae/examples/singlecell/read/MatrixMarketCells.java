package io.civae.examples.singlecell.read;

import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.CellVisitor;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;

/** The cells of a MatrixMarket file whose entries stand cell by cell, straight from the file. */
final class MatrixMarketCells implements CellSource {

  private final MatrixMarketFile matrix;
  private final boolean cellsInColumns;
  private final Values rule;
  private final GeneList genes;
  private final CellTable cells;

  MatrixMarketCells(
      MatrixMarketFile matrix,
      boolean cellsInColumns,
      Values rule,
      GeneList genes,
      CellTable cells) {
    this.matrix = matrix;
    this.cellsInColumns = cellsInColumns;
    this.rule = rule;
    this.genes = genes;
    this.cells = cells;
  }

  @Override
  public GeneList genes() {
    return genes;
  }

  @Override
  public CellTable cells() {
    return cells;
  }

  /** Whether the first entries of the file stand cell by cell. */
  boolean startsCellByCell(long entries) throws IOException {
    long[] seen = {0};
    int[] last = {0};
    boolean[] sorted = {true};
    matrix.forEach(
        rule,
        (row, column, value, line) -> {
          int cell = cellsInColumns ? column : row;
          sorted[0] = cell >= last[0];
          last[0] = cell;
          return sorted[0] && ++seen[0] < entries;
        });
    return sorted[0];
  }

  /** The entries in the order of the file, for sorting. */
  void forEachEntry(EntryVisitor visitor) throws IOException {
    matrix.forEach(
        rule,
        (row, column, value, line) -> {
          if (value != 0) {
            visitor.visit(cellsInColumns ? column : row, cellsInColumns ? row : column, value);
          }
          return true;
        });
  }

  @Override
  public void forEach(CellVisitor visitor) throws IOException {
    CellRun run = new CellRun(new CellBuffer(genes, cells, 1, matrix.file()::damaged), visitor);
    matrix.forEach(
        rule,
        (row, column, value, line) -> {
          int cell = cellsInColumns ? column : row;
          if (cell < run.current()) {
            throw matrix
                .file()
                .damaged(
                    line,
                    "goes back to cell "
                        + (cell + 1)
                        + " after cell "
                        + (run.current() + 1)
                        + "; entries must stand cell by cell, or be sorted on reading");
          }
          run.add(cell, cellsInColumns ? row : column, value);
          return true;
        });
    run.handOverBefore(cells.size());
  }
}
