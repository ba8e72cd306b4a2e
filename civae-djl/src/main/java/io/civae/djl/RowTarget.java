package io.civae.djl;

/** Takes rows that come out of a {@link LayerChain}, from several threads, each once. */
interface RowTarget {

  /** The row of this number, from 0 on, begins at {@code from} and is valid in this call only. */
  void accept(int row, float[] values, int from);
}
