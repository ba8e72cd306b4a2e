package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.List;

/** Two interleaved half-moons; see {@link SyntheticDatasets#moons}. */
final class Moons {

  private static final long STREAM = 0x4D4F_4F4EL;

  private Moons() {}

  static LabeledDataset draw(int perClass, double noise, long seed) {
    Require.between("perClass", perClass, 1, Integer.MAX_VALUE / 4);
    Require.nonNegative("noise", noise);
    int[] labels =
        RowOrder.shuffledLabels(new int[] {perClass, perClass}, SeededRandom.of(seed, STREAM, 0));
    SeededRandom random = SeededRandom.of(seed, STREAM, 1);
    float[] values = new float[2 * labels.length];
    for (int i = 0; i < labels.length; i++) {
      double angle = Math.PI * random.nextDouble();
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double x = labels[i] == 0 ? cos : 1 - cos;
      double y = labels[i] == 0 ? sin : 0.5 - sin;
      values[2 * i] = (float) (x + noise * random.nextGaussian());
      values[2 * i + 1] = (float) (y + noise * random.nextGaussian());
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(values, labels.length, 2), labels)
        .withFeatureNames(List.of("x", "y"));
  }
}
