package io.civae.examples.singlecell.read;

import java.io.IOException;

/** A matrix of cells × genes within an AnnData file, dense or sparse, handed over cell by cell. */
interface H5adMatrix {

  /** The number of cells. */
  int rows();

  /** The number of genes. */
  int columns();

  /** Whether the entries come cell by cell. */
  boolean isByCell();

  /** Hands over all entries that are not zero. */
  void forEachEntry(EntryVisitor visitor) throws IOException;

  /** The matrix in a part of a file: a data set is dense, a group sparse. */
  static H5adMatrix in(Hdf5Part part, Values rule) throws IOException {
    return part.isGroup() ? H5adSparse.in(part, rule) : H5adDense.in(part, rule);
  }

  /** A value that the rule allows. */
  static float checked(Hdf5Part part, Values rule, double value, long at) throws IOException {
    if (!rule.allows(value)) {
      throw part.damaged("value " + at + " (" + value + ") must be " + rule.rule());
    }
    return (float) value;
  }
}
