package io.civae.internal.fit;

import io.civae.data.FeatureMatrix;
import io.civae.spi.CountLikelihood;
import java.util.Arrays;

/** Checks that features are counts, and finds the size of the libraries they make up. */
final class LibrarySizes {

  private LibrarySizes() {}

  /** The median of the observations' library sizes, each at least 1. */
  static float median(String name, FeatureMatrix counts) {
    double[] sizes = check(name, counts);
    Arrays.sort(sizes);
    int middle = sizes.length / 2;
    return (float)
        (sizes.length % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2);
  }

  /** The size of each observation's library, after a look at every value. */
  static double[] check(String name, FeatureMatrix counts) {
    double[] sizes = new double[counts.rows()];
    float[] row = new float[counts.columns()];
    for (int i = 0; i < sizes.length; i++) {
      counts.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        if (!(row[j] >= 0 && row[j] <= CountLikelihood.LARGEST_COUNT)
            || row[j] != Math.rint(row[j])) {
          throw new IllegalArgumentException(
              name
                  + " features["
                  + i
                  + "]["
                  + j
                  + "] ("
                  + row[j]
                  + ") must be a whole number from 0 to "
                  + CountLikelihood.LARGEST_COUNT
                  + ": a likelihood of counts needs raw counts");
        }
      }
      sizes[i] = CountLikelihood.librarySize(row, 0, row.length);
    }
    return sizes;
  }
}
