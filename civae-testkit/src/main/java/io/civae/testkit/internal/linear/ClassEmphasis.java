package io.civae.testkit.internal.linear;

import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Directions in feature space that matter for telling classes apart: the class means around their
 * common mean, weighted so that variance between classes counts several times.
 */
final class ClassEmphasis {

  /** How many times more than its share of the variance. */
  private static final double WEIGHT = 10;

  private ClassEmphasis() {}

  /** {@code √(WEIGHT·p_c)·(m_c − m)} of each class with members; none without labels. */
  static double[][] of(double[][] rows, int[] labels, int classes) {
    int d = rows[0].length;
    int[] counts = new int[classes];
    double[][] sums = new double[classes][d];
    double[] total = new double[d];
    int labelled = 0;
    for (int i = 0; i < rows.length; i++) {
      if (labels[i] != LabeledDataset.UNLABELED) {
        labelled++;
        counts[labels[i]]++;
        PrincipalAxes.addScaled(sums[labels[i]], rows[i], 1);
        PrincipalAxes.addScaled(total, rows[i], 1);
      }
    }
    List<double[]> directions = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      if (counts[c] > 0) {
        double weight = Math.sqrt(WEIGHT * counts[c] / labelled);
        double[] direction = new double[d];
        PrincipalAxes.addScaled(direction, sums[c], weight / counts[c]);
        PrincipalAxes.addScaled(direction, total, -weight / labelled);
        directions.add(direction);
      }
    }
    return directions.toArray(new double[0][]);
  }
}
