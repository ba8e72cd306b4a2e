package io.civae.evaluation;

import io.civae.data.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows that are looked at together, so that large data are never held twice.
 *
 * @param first index of the first
 * @param count how many
 */
record RowChunk(int first, int count) {

  /** A multiple of the rows that models take at once: they compute the same as on all rows. */
  static final int ROWS = 4_096;

  /**
   * All rows in order. The last chunk takes in what is left over: a model may go another way on few
   * rows, with other last bits.
   */
  static List<RowChunk> of(int rows) {
    List<RowChunk> chunks = new ArrayList<>();
    int first = 0;
    while (rows - first >= 2 * ROWS) {
      chunks.add(new RowChunk(first, ROWS));
      first += ROWS;
    }
    chunks.add(new RowChunk(first, rows - first));
    return chunks;
  }

  FeatureMatrix of(FeatureMatrix matrix) {
    return count == matrix.rows()
        ? matrix
        : matrix.select(IntStream.range(first, first + count).toArray());
  }
}
