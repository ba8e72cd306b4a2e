package io.civae.examples.singlecell.read;

import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.CellVisitor;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;

/** The cells of a delimited file with a row per cell, straight from the file. */
final class DelimitedCells implements CellSource {

  private final DelimitedRows rows;
  private final GeneList genes;
  private final CellTable cells;

  DelimitedCells(DelimitedRows rows, GeneList genes, CellTable cells) {
    this.rows = rows;
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

  @Override
  public void forEach(CellVisitor visitor) throws IOException {
    CellBuffer buffer = new CellBuffer(genes, cells, 1, rows.file()::damaged);
    rows.forEach(
        (row, name, fields) -> {
          for (int gene = 0; gene < fields.length; gene++) {
            buffer.add(gene, fields[gene]);
          }
          buffer.handOver(row, visitor);
        });
  }
}
