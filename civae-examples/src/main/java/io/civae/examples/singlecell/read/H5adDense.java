package io.civae.examples.singlecell.read;

import java.io.IOException;

/** A dense matrix of an AnnData file, read some cells at a time. */
final class H5adDense implements H5adMatrix {

  private final Hdf5Array array;
  private final Values rule;

  private H5adDense(Hdf5Array array, Values rule) {
    this.array = array;
    this.rule = rule;
  }

  static H5adDense in(Hdf5Part part, Values rule) throws IOException {
    return new H5adDense(Hdf5Array.of(part, 2), rule);
  }

  @Override
  public int rows() {
    return array.length();
  }

  @Override
  public int columns() {
    return array.width();
  }

  @Override
  public boolean isByCell() {
    return true;
  }

  @Override
  public void forEachEntry(EntryVisitor visitor) throws IOException {
    int step = array.sliceLength();
    for (int from = 0; from < rows(); from += step) {
      double[][] rows = array.rows(from, Math.min(step, rows() - from));
      for (int i = 0; i < rows.length; i++) {
        int cell = from + i;
        for (int gene = 0; gene < rows[i].length; gene++) {
          float value =
              H5adMatrix.checked(array.part(), rule, rows[i][gene], (long) cell * columns() + gene);
          if (value != 0) {
            visitor.visit(cell, gene, value);
          }
        }
      }
    }
  }
}
