package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense matrix in CSV or TSV, plain or gzip-compressed: a header with the names of the columns, a
 * name at the beginning of each row. The header may name the column of names or leave it out, as R
 * does. Never more than one row is in memory.
 */
public final class DelimitedMatrix {

  /** Which way round the matrix stands. */
  public enum Layout {
    /** A row per cell. Read straight from the file on each pass. */
    CELLS_BY_GENES,
    /** A row per gene. Put in order in a temporary file, 12 bytes per value that is not zero. */
    GENES_BY_CELLS
  }

  private DelimitedMatrix() {}

  /**
   * Opens a file.
   *
   * @param path comma- or tab-separated; whichever its header has
   * @param layout which way round it stands
   * @param values what it may hold
   * @return its cells, without annotation; close them, there may be a temporary file
   * @throws DamagedFileException if it is missing, a row is too short or too long, a name appears
   *     twice, or a value is not allowed; the message names line and field
   * @throws IOException if it cannot be read
   */
  public static CellSource open(Path path, Layout layout, Values values) throws IOException {
    DelimitedRows rows = DelimitedRows.of(new DataFile(path), values);
    List<String> rowNames = new ArrayList<>();
    rows.forEach((row, name, fields) -> rowNames.add(name));
    try {
      if (layout == Layout.CELLS_BY_GENES) {
        return new DelimitedCells(
            rows, GeneList.of(rows.columnNames()), CellTable.of(rowNames, List.of()));
      }
      return SortedCells.of(
          path.toString(),
          GeneList.of(rowNames),
          CellTable.of(rows.columnNames(), List.of()),
          visitor ->
              rows.forEach(
                  (gene, name, fields) -> {
                    for (int cell = 0; cell < fields.length; cell++) {
                      if (fields[cell] != 0) {
                        visitor.visit(cell, gene, fields[cell]);
                      }
                    }
                  }));
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(path.toString(), String.valueOf(e.getMessage()), e);
    }
  }
}
