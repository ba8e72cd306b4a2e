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
    // As Python counts, whose format this is.
    CellBuffer buffer =
        new CellBuffer(
            genes, cells, 0, problem -> new DamagedFileException(file.toString(), problem));
    CellRun run = new CellRun(buffer, visitor);
    entries.forEachEntry(run::add);
    run.handOverBefore(cells.size());
  }
}
