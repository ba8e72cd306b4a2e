package io.civae.examples.singlecell.study;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.embedding.PrincipalComponents;
import io.civae.spi.SeededRandom;
import java.util.Arrays;

/**
 * What principal components tell of the types: genes scaled to mean 0 and deviation 1 as models see
 * them, components of the training cells, logistic regression on them.
 */
final class ComponentBaseline {

  /** As many as the latent space has dimensions. */
  static final int COUNT = 20;

  /** The axes of more cells would be the same but for noise. */
  private static final int MOST_CELLS = 5_000;

  private static final long STREAM = 0x5043_4153L;

  private ComponentBaseline() {}

  static SeparabilityRun of(StudyCells cells, long seed) {
    int[] training = cells.parts().training();
    int[] sample = training.clone();
    SeededRandom.of(seed, STREAM).shuffle(sample);
    sample = Arrays.copyOf(sample, Math.min(MOST_CELLS, sample.length));
    double[] means = cells.means(training);
    double[] deviations = cells.deviations(training);
    PrincipalComponents components =
        PrincipalComponents.of(
            scaled(cells.values(sample), means, deviations), Math.min(COUNT, means.length), seed);
    return SeparabilityRun.of(
        0,
        0,
        0,
        projected(cells.types(training), components, means, deviations),
        projected(cells.types(cells.parts().test()), components, means, deviations));
  }

  private static LabeledDataset projected(
      LabeledDataset cells, PrincipalComponents components, double[] means, double[] deviations) {
    float[][] coordinates = new float[cells.size()][];
    for (int i = 0; i < coordinates.length; i++) {
      float[] row = cells.observation(i);
      scale(row, means, deviations);
      coordinates[i] = components.project(row);
    }
    return cells.withFeatures(FeatureMatrix.of(coordinates));
  }

  private static float[][] scaled(FeatureMatrix cells, double[] means, double[] deviations) {
    float[][] rows = cells.toArray();
    for (float[] row : rows) {
      scale(row, means, deviations);
    }
    return rows;
  }

  private static void scale(float[] row, double[] means, double[] deviations) {
    for (int gene = 0; gene < row.length; gene++) {
      row[gene] = deviations[gene] > 0 ? (float) ((row[gene] - means[gene]) / deviations[gene]) : 0;
    }
  }
}
