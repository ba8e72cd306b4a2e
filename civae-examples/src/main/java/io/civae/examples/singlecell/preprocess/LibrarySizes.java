package io.civae.examples.singlecell.preprocess;

import io.civae.examples.singlecell.CellTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** The library sizes of cells, checked to be positive where they are divided by. */
final class LibrarySizes {

  private LibrarySizes() {}

  /** One per cell of the table; from its column, otherwise from the sums. */
  static double[] of(
      CellTable cells, Optional<String> column, IntToDoubleFunction sums, boolean dividedBy) {
    double[] sizes = new double[cells.size()];
    if (column.isPresent()) {
      sizes = cells.column(column.get()).numbers();
    } else {
      Arrays.setAll(sizes, sums);
    }
    for (int cell = 0; cell < sizes.length && dividedBy; cell++) {
      if (!(sizes[cell] > 0) || Double.isInfinite(sizes[cell])) {
        throw new IllegalArgumentException(
            "library size ("
                + sizes[cell]
                + ") of cell "
                + cells.barcodes().get(cell)
                + " must be finite and positive; leave such cells out, for instance by minGenesPerCell");
      }
    }
    return sizes;
  }

  /** The middle value, or the mean of the two in the middle. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
