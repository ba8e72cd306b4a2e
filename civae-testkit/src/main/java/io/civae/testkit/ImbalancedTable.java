package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import java.util.List;

/** A mixed-scale table with rare classes; see {@link SyntheticDatasets#imbalancedTable}. */
final class ImbalancedTable {

  private static final List<String> COLUMNS =
      List.of("income", "share", "visits", "waiting", "balance", "noise", "constant");
  private static final double RARE_DISTANCE = 2.2;

  /** Successive multiples of it are spread evenly over the circle, however many there are. */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private static final long STREAM = 0x5441_424C_45L;

  private ImbalancedTable() {}

  static LabeledDataset draw(int[] perClass, long seed) {
    int[] sizes = Require.classSizes("perClass", perClass, 2);
    for (int c = 1; c < sizes.length; c++) {
      if (sizes[c] >= sizes[0]) {
        throw new IllegalArgumentException(
            "perClass[" + c + "] (" + sizes[c] + ") must be below perClass[0] (" + sizes[0] + ")");
      }
    }
    int[] labels = RowOrder.shuffledLabels(sizes, SeededRandom.of(seed, STREAM, 0));
    SeededRandom random = SeededRandom.of(seed, STREAM, 1);
    float[][] rows = new float[labels.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(labels[i], random);
    }
    return LabeledDataset.of(FeatureMatrix.of(rows), labels).withFeatureNames(COLUMNS);
  }

  private static float[] row(int label, SeededRandom random) {
    double[] u = centre(label);
    for (int j = 0; j < u.length; j++) {
      u[j] += random.nextGaussian();
    }
    return new float[] {
      (float) StrictMath.exp(10 + 0.6 * u[0]),
      (float) (0.02 + 0.004 * u[1] + 0.001 * random.nextGaussian()),
      RandomCounts.poisson(random, StrictMath.exp(1.2 + 0.4 * u[2])),
      (float) Math.max(0, 40 + 60 * (u[0] - u[1]) / Math.sqrt(2) + 10 * random.nextGaussian()),
      (float) (5000 * u[1] + 3000 * u[2] + 1000 * random.nextGaussian()),
      (float) (100 * random.nextGaussian()),
      42f
    };
  }

  /** Rare classes sit on a tilted circle around the common one. */
  private static double[] centre(int label) {
    if (label == 0) {
      return new double[3];
    }
    double angle = GOLDEN_ANGLE * (label - 1);
    double along = RARE_DISTANCE * StrictMath.cos(angle);
    double across = RARE_DISTANCE * StrictMath.sin(angle);
    return new double[] {along, across / Math.sqrt(2), across / Math.sqrt(2)};
  }
}
