package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.CellVisitor;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.file.Path;

/** The cells of a dense or row-compressed matrix of an AnnData file, straight from the file. */
final class H5adCells implements CellSource {

  private final Path file;
  private final EntrySource entries;
  private final GeneList genes;
  private final CellTable cells;

  H5adCells(Path file, EntrySource entries, GeneList genes, CellTable cells) {
    this.file = file;
    this.entries = entries;
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
    CellBuffer buffer = new CellBuffer();
    int[] current = {0};
    entries.forEachEntry(
        (cell, gene, value) -> {
          while (current[0] < cell) {
            handOver(buffer, current[0]++, visitor);
          }
          buffer.add(gene, value);
        });
    while (current[0] < cells.size()) {
      handOver(buffer, current[0]++, visitor);
    }
  }

  private void handOver(CellBuffer buffer, int cell, CellVisitor visitor) throws IOException {
    int twice = buffer.handOver(cell, visitor);
    if (twice >= 0) {
      throw new DamagedFileException(
          file.toString(),
          "has two entries for gene "
              + twice
              + " ("
              + genes.id(twice)
              + ") of cell "
              + cell
              + " ("
              + cells.barcodes().get(cell)
              + ")");
    }
  }
}
