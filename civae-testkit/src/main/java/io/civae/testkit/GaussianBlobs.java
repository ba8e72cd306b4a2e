package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;

/** Well separated Gaussian clouds; see {@link SyntheticDatasets#gaussianBlobs}. */
final class GaussianBlobs {

  private static final double MINIMUM_DISTANCE = 10;
  private static final double TYPICAL_DISTANCE = 12;
  private static final int TRIES = 50;
  private static final double GROWTH = 1.25;

  private static final long STREAM = 0x424C_4F42L;

  private GaussianBlobs() {}

  static LabeledDataset draw(int[] perClass, int features, long seed) {
    int[] sizes = Require.classSizes("perClass", perClass, 1);
    Require.atLeast("features", features, 1);
    double[][] centres = centres(sizes.length, features, SeededRandom.of(seed, STREAM, 0));
    int[] labels = RowOrder.shuffledLabels(sizes, SeededRandom.of(seed, STREAM, 1));
    SeededRandom random = SeededRandom.of(seed, STREAM, 2);
    float[] values = new float[Math.multiplyExact(labels.length, features)];
    for (int i = 0, next = 0; i < labels.length; i++) {
      for (int j = 0; j < features; j++) {
        values[next++] = (float) (centres[labels[i]][j] + random.nextGaussian());
      }
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(values, labels.length, features), labels);
  }

  private static double[][] centres(int classes, int features, SeededRandom random) {
    double scale = TYPICAL_DISTANCE / Math.sqrt(2.0 * features);
    double[][] centres = new double[classes][features];
    for (int c = 0; c < classes; c++) {
      int tries = 0;
      do {
        if (++tries % TRIES == 0) {
          scale *= GROWTH;
        }
        for (int j = 0; j < features; j++) {
          centres[c][j] = scale * random.nextGaussian();
        }
      } while (!keepsDistance(centres, c));
    }
    return centres;
  }

  private static boolean keepsDistance(double[][] centres, int newest) {
    for (int c = 0; c < newest; c++) {
      double square = 0;
      for (int j = 0; j < centres[c].length; j++) {
        double difference = centres[c][j] - centres[newest][j];
        square += difference * difference;
      }
      if (square < MINIMUM_DISTANCE * MINIMUM_DISTANCE) {
        return false;
      }
    }
    return true;
  }
}
