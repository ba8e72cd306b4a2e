package io.civae.examples.singlecell.study;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a study, ready for models.
 *
 * @param prepared the features of all cells that take part; genes chosen on the training part
 * @param roles type and state of each
 * @param parts training, validation and test
 * @param plan the walks
 */
record StudyCells(PreparedCells prepared, CellRoles roles, CellParts parts, WalkPlan plan) {

  /** Some cells labelled with their type. */
  LabeledDataset types(int... rows) {
    return labelled(UnaryOperator.identity()).select(rows);
  }

  /** Some cells labelled with their class: their type, or the one it is merged into. */
  LabeledDataset classes(int... rows) {
    return labelled(plan::classOf).select(rows);
  }

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  private LabeledDataset labelled(UnaryOperator<String> name) {
    @Nullable String[] labels = new @Nullable String[roles.cells().size()];
    for (int row : roles.modelled()) {
      labels[row] = name.apply(roles.type(row));
    }
    return LabeledDataset.of(prepared.features(), labels).withFeatureNames(genes());
  }

  /** The genes, in the order of the features. */
  List<String> genes() {
    return prepared.featureNames();
  }

  /** Log-normalised values of some cells. */
  FeatureMatrix values(int... rows) {
    return prepared.features().select(rows);
  }

  /** The mean of each gene over some cells. */
  double[] means(int... rows) {
    double[] means = new double[prepared.features().columns()];
    float[] row = new float[means.length];
    for (int cell : rows) {
      prepared.features().copyRow(cell, row, 0);
      for (int gene = 0; gene < means.length; gene++) {
        means[gene] += row[gene] / (double) rows.length;
      }
    }
    return means;
  }

  /** The standard deviation of each gene over some cells, divided by their number. */
  double[] deviations(int... rows) {
    double[] means = means(rows);
    double[] squares = new double[means.length];
    float[] row = new float[means.length];
    for (int cell : rows) {
      prepared.features().copyRow(cell, row, 0);
      for (int gene = 0; gene < means.length; gene++) {
        double off = row[gene] - means[gene];
        squares[gene] += off * off / rows.length;
      }
    }
    return IntStream.range(0, squares.length).mapToDouble(g -> Math.sqrt(squares[g])).toArray();
  }

  /** The values of one gene in some cells. */
  double[] gene(int gene, int... rows) {
    float[] row = new float[prepared.features().columns()];
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      prepared.features().copyRow(rows[i], row, 0);
      values[i] = row[gene];
    }
    return values;
  }
}
