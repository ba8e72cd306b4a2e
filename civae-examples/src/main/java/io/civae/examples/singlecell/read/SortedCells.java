package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.CellVisitor;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Cells put in order in a temporary file, for sources whose entries come in another order. The
 * cells are dealt into blocks of neighbours with at most some millions of entries; an entry goes to
 * its block's region of the file, and only a block at a time is ever sorted in memory. 12 bytes per
 * entry on disk; deleted by {@link #close}.
 */
final class SortedCells implements CellSource {

  private static final int BLOCK_ENTRIES = 1 << 21;

  private final String name;
  private final GeneList genes;
  private final CellTable cells;
  private final CellBlocks blocks;
  private final Path file;

  private SortedCells(String name, GeneList genes, CellTable cells, CellBlocks blocks, Path file) {
    this.name = name;
    this.genes = genes;
    this.cells = cells;
    this.blocks = blocks;
    this.file = file;
  }

  /**
   * Sorts entries.
   *
   * @param name of the file they come from, for messages
   * @param entries passed over twice
   */
  static SortedCells of(String name, GeneList genes, CellTable cells, EntrySource entries)
      throws IOException {
    return of(name, genes, cells, entries, BLOCK_ENTRIES);
  }

  static SortedCells of(
      String name, GeneList genes, CellTable cells, EntrySource entries, int blockEntries)
      throws IOException {
    int[] counts = new int[cells.size()];
    entries.forEachEntry((cell, gene, value) -> counts[cell]++);
    CellBlocks blocks = CellBlocks.of(counts, blockEntries);
    Path file = Files.createTempFile("civae-cells-", ".entries");
    try {
      try (EntryRegions regions = new EntryRegions(file, blocks)) {
        entries.forEachEntry(regions);
      }
      return new SortedCells(name, genes, cells, blocks, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
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
    CellBuffer buffer =
        new CellBuffer(genes, cells, 1, problem -> new DamagedFileException(name, problem));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int block = 0; block < blocks.count(); block++) {
        int first = blocks.firstCell(block);
        ByteBuffer bytes = EntryRegions.read(channel, blocks, block);
        int[] order = blocks.order(block, bytes);
        int next = 0;
        for (int cell = first; cell < blocks.firstCell(block + 1); cell++) {
          for (int i = 0; i < blocks.entriesOf(cell); i++) {
            int at = order[next++] * EntryRegions.BYTES;
            buffer.add(bytes.getInt(at + 4), bytes.getFloat(at + 8));
          }
          buffer.handOver(cell, visitor);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
