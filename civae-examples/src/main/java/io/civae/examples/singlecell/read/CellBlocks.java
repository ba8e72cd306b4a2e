package io.civae.examples.singlecell.read;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Neighbouring cells in blocks of limited size; a cell with more entries is a block of its own. */
final class CellBlocks {

  private final int[] counts;
  private final int[] blockOf;
  private final int[] firstCells;
  private final long[] starts;

  private CellBlocks(int[] counts, int[] blockOf, int[] firstCells, long[] starts) {
    this.counts = counts;
    this.blockOf = blockOf;
    this.firstCells = firstCells;
    this.starts = starts;
  }

  /** Deals cells with the given numbers of entries into blocks. */
  static CellBlocks of(int[] counts, int mostEntries) {
    int[] blockOf = new int[counts.length];
    int block = 0;
    long inBlock = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (inBlock > 0 && inBlock + counts[cell] > mostEntries) {
        block++;
        inBlock = 0;
      }
      inBlock += counts[cell];
      blockOf[cell] = block;
    }
    int blocks = block + 1;
    int[] firstCells = new int[blocks + 1];
    long[] starts = new long[blocks + 1];
    firstCells[blocks] = counts.length;
    for (int cell = counts.length - 1; cell >= 0; cell--) {
      firstCells[blockOf[cell]] = cell;
      starts[blockOf[cell] + 1] += counts[cell];
    }
    Arrays.parallelPrefix(starts, Long::sum);
    return new CellBlocks(counts, blockOf, firstCells, starts);
  }

  int count() {
    return firstCells.length - 1;
  }

  int blockOf(int cell) {
    return blockOf[cell];
  }

  int firstCell(int block) {
    return firstCells[block];
  }

  int entriesOf(int cell) {
    return counts[cell];
  }

  /** The number of the entry with which a block starts. */
  long start(int block) {
    return starts[block];
  }

  /** The entries of a block by cell, in the order of the file within a cell (counting sort). */
  int[] order(int block, ByteBuffer bytes) {
    int first = firstCells[block];
    int[] next = new int[firstCells[block + 1] - first];
    for (int i = 1; i < next.length; i++) {
      next[i] = next[i - 1] + counts[first + i - 1];
    }
    int[] order = new int[bytes.capacity() / EntryRegions.BYTES];
    for (int i = 0; i < order.length; i++) {
      order[next[bytes.getInt(i * EntryRegions.BYTES) - first]++] = i;
    }
    return order;
  }
}
