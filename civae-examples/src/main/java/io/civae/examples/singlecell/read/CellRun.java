package io.civae.examples.singlecell.read;

import io.civae.examples.singlecell.CellVisitor;
import java.io.IOException;

/** Cuts entries that come cell by cell into cells; a cell without entries is handed over too. */
final class CellRun {

  private final CellBuffer buffer;
  private final CellVisitor visitor;
  private int current;

  CellRun(CellBuffer buffer, CellVisitor visitor) {
    this.buffer = buffer;
    this.visitor = visitor;
  }

  /** The cell whose entries are being collected. */
  int current() {
    return current;
  }

  /** Adds an entry of the current cell or a later one. */
  void add(int cell, int gene, float value) throws IOException {
    handOverBefore(cell);
    buffer.add(gene, value);
  }

  /** Hands over every cell before the given one that was not yet. */
  void handOverBefore(int cell) throws IOException {
    while (current < cell) {
      buffer.handOver(current++, visitor);
    }
  }
}
