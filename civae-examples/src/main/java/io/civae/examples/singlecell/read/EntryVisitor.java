package io.civae.examples.singlecell.read;

import java.io.IOException;

/** Receives the non-zero entries of a matrix one by one, in the order of a file. */
@FunctionalInterface
interface EntryVisitor {

  /** Receives one entry; cell and gene are within their ranges. */
  void visit(int cell, int gene, float value) throws IOException;
}
