package io.civae.examples.singlecell;

import java.io.Closeable;
import java.io.IOException;

/**
 * Cells in rows, genes in columns, that can be passed over as often as needed without all being in
 * memory at once. Names and annotation are in memory, values are read anew on each pass.
 *
 * <p>Values are finite floats; a zero that a file spells out and a value that it leaves out mean
 * the same. Every implementation gives the same cells on each pass. Passes do not share state, so
 * that several can run at the same time.
 */
public interface CellSource extends Closeable {

  /**
   * The columns.
   *
   * @return the genes
   */
  GeneList genes();

  /**
   * The rows.
   *
   * @return the cells and what is known about them
   */
  CellTable cells();

  /**
   * Reads every cell once, in order.
   *
   * @param visitor receives them
   * @throws IOException if a file cannot be read or is damaged; the message names file and place
   */
  void forEach(CellVisitor visitor) throws IOException;

  /** Gives up what the source holds, such as temporary files; nothing by default. */
  @Override
  default void close() throws IOException {}
}
