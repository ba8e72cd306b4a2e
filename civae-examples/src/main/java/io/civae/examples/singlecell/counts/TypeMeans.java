package io.civae.examples.singlecell.counts;

import io.civae.data.LabeledDataset;

/** The mean of each gene in each cell type. */
final class TypeMeans {

  private final double[][] sums;
  private final int[] cells;

  /** Means over the labelled cells of a dataset, whose values come by {@link #add}. */
  TypeMeans(LabeledDataset data) {
    sums = new double[data.classNames().size()][data.featureCount()];
    cells = new int[sums.length];
    for (int i = 0; i < data.size(); i++) {
      if (data.classIndex(i) != LabeledDataset.UNLABELED) {
        cells[data.classIndex(i)]++;
      }
    }
  }

  void add(int type, int gene, double value) {
    if (type != LabeledDataset.UNLABELED) {
      sums[type][gene] += value;
    }
  }

  /** Compares the logarithms of one and all means, type by type and gene by gene. */
  Agreement agreement(TypeMeans other) {
    Agreement agreement = new Agreement();
    for (int type = 0; type < sums.length; type++) {
      for (int gene = 0; cells[type] > 0 && gene < sums[type].length; gene++) {
        agreement.add(
            Math.log1p(sums[type][gene] / cells[type]),
            Math.log1p(other.sums[type][gene] / other.cells[type]));
      }
    }
    return agreement;
  }
}
