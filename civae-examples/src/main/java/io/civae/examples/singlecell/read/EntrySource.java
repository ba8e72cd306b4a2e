package io.civae.examples.singlecell.read;

import java.io.IOException;

/** The non-zero entries of a matrix in any order, which can be passed over several times. */
@FunctionalInterface
interface EntrySource {

  /** Hands each entry to the visitor. */
  void forEachEntry(EntryVisitor visitor) throws IOException;
}
