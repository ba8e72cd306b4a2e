package io.civae.examples.singlecell.counts;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.preprocess.PreparedCells;

/**
 * The counts of chosen genes, and their logarithms {@code log(1 + c · t / ℓ)} for the sum ℓ of a
 * cell's chosen counts: both say the same, so that what is trained on either can be compared.
 */
final class CellCounts {

  private static final String LABEL = "cell_type";

  private final LabeledDataset counts;
  private final LabeledDataset logarithms;

  /** Takes counts back from logarithms of values scaled to {@code targetSum}. */
  CellCounts(PreparedCells prepared, double targetSum) {
    LabeledDataset data = prepared.dataset(LABEL);
    float[][] c = prepared.features().toArray();
    float[][] x = new float[c.length][];
    double[] librarySizes = prepared.librarySizes();
    for (int i = 0; i < c.length; i++) {
      double sum = 0;
      for (int j = 0; j < c[i].length; j++) {
        c[i][j] = (float) Math.rint(Math.expm1(c[i][j]) * librarySizes[i] / targetSum);
        sum += c[i][j];
      }
      x[i] = logarithms(c[i], targetSum / Math.max(1, sum));
    }
    counts = data.withFeatures(FeatureMatrix.of(c));
    logarithms = data.withFeatures(FeatureMatrix.of(x));
  }

  static float[] logarithms(float[] counts, double factor) {
    float[] row = new float[counts.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) Math.log1p(counts[j] * factor);
    }
    return row;
  }

  LabeledDataset counts() {
    return counts;
  }

  LabeledDataset logarithms() {
    return logarithms;
  }
}
