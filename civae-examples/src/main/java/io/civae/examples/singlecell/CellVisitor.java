package io.civae.examples.singlecell;

import java.io.IOException;

/** Receives the cells of a {@link CellSource}, one after another. */
@FunctionalInterface
public interface CellVisitor {

  /**
   * Receives one cell. The arrays belong to the source, which fills them anew for the next cell:
   * they must be neither changed nor kept.
   *
   * @param cell its row, from 0; cells come in ascending order, none is left out
   * @param size how many genes are not zero; 0 for an empty cell
   * @param genes their positions in {@link CellSource#genes()}, strictly ascending, in the first
   *     {@code size} places
   * @param values their values, none of them zero, in the first {@code size} places
   * @throws IOException if the visitor writes and cannot
   */
  void visit(int cell, int size, int[] genes, float[] values) throws IOException;
}
