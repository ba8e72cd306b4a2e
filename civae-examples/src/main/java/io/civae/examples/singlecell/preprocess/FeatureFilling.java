package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import io.civae.examples.singlecell.CellSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The last pass: the values of the selected genes, transformed. */
final class FeatureFilling {

  private final Preprocessing record;
  private final int[] placeOf;

  /**
   * A filling for a record.
   *
   * @param places the position in the source of each gene of the record
   * @param sourceGenes the number of genes of the source
   */
  FeatureFilling(Preprocessing record, int[] places, int sourceGenes) {
    this.record = record;
    this.placeOf = new int[sourceGenes];
    Arrays.fill(placeOf, -1);
    for (int i = 0; i < places.length; i++) {
      placeOf[places[i]] = i;
    }
  }

  /**
   * Passes over a source.
   *
   * @param kept which of its cells to take
   * @param librarySizes one per cell taken
   */
  FeatureMatrix fill(
      CellSource source, IntPredicate kept, double[] librarySizes, long expectedValues)
      throws IOException {
    SparseRows features =
        new SparseRows(librarySizes.length, record.genes().size(), expectedValues);
    int[] row = {0};
    source.forEach(
        (cell, size, genes, values) -> {
          if (!kept.test(cell)) {
            return;
          }
          double librarySize = librarySizes[row[0]++];
          for (int i = 0; i < size; i++) {
            int place = placeOf[genes[i]];
            if (place >= 0) {
              features.add(place, transformed(source, cell, genes[i], values[i], librarySize));
            }
          }
          features.endRow();
        });
    return features.toMatrix();
  }

  private double transformed(
      CellSource source, int cell, int gene, float value, double librarySize) {
    double transformed = record.forward(value, librarySize);
    if (!(Math.abs(transformed) <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "value ("
              + value
              + ") of gene "
              + source.genes().id(gene)
              + " in cell "
              + source.cells().barcodes().get(cell)
              + " must have a finite transform; it is "
              + transformed);
    }
    return transformed;
  }
}
