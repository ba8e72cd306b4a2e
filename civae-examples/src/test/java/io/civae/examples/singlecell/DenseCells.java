package io.civae.examples.singlecell;

import java.io.IOException;

/** Small sources as arrays, for comparison. */
public final class DenseCells {

  private DenseCells() {}

  /**
   * Cells × genes; fails when a cell is left out, out of order, or breaks the visitor's contract.
   */
  public static float[][] of(CellSource source) throws IOException {
    float[][] rows = new float[source.cells().size()][source.genes().size()];
    int[] next = {0};
    source.forEach(
        (cell, size, genes, values) -> {
          if (cell != next[0]++) {
            throw new AssertionError("cell " + cell + " came in place " + (next[0] - 1));
          }
          for (int i = 0; i < size; i++) {
            if (values[i] == 0 || (i > 0 && genes[i] <= genes[i - 1])) {
              throw new AssertionError("entry " + i + " of cell " + cell + " breaks the contract");
            }
            rows[cell][genes[i]] = values[i];
          }
        });
    if (next[0] != rows.length) {
      throw new AssertionError(next[0] + " of " + rows.length + " cells came");
    }
    return rows;
  }
}
