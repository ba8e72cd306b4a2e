package io.civae.examples.gain;

import io.civae.data.DatasetSplit;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;

/**
 * One stratified split of a data set.
 *
 * @param training all that balancers, models and users may see
 * @param test what their predictions are scored on
 */
record GainSplit(LabeledDataset training, LabeledDataset test) {

  static GainSplit of(GainSet set, long seed) {
    double rest = 1 - set.trainingShare() - set.testShare();
    GainSplit split;
    if (rest > 1e-9) {
      DatasetSplit parts = set.data().split(set.trainingShare(), set.testShare(), rest, seed);
      split = new GainSplit(parts.training(), parts.validation());
    } else {
      DatasetSplit parts =
          set.data().split(set.trainingShare(), set.testShare() / 2, set.testShare() / 2, seed);
      split = new GainSplit(parts.training(), parts.validation().followedBy(parts.test()));
    }
    return set.standardize() ? split.standardized() : split;
  }

  /** Mean 0 and deviation 1 of each feature over the training rows. */
  private GainSplit standardized() {
    float[][] rows = training.features().toArray();
    int d = rows[0].length;
    double[] mean = new double[d];
    double[] scale = new double[d];
    for (int f = 0; f < d; f++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows) {
        sum += row[f];
      }
      mean[f] = sum / rows.length;
      for (float[] row : rows) {
        squares += (row[f] - mean[f]) * (row[f] - mean[f]);
      }
      scale[f] = squares > 0 ? Math.sqrt(squares / rows.length) : 1;
    }
    return new GainSplit(scaled(training, mean, scale), scaled(test, mean, scale));
  }

  private static LabeledDataset scaled(LabeledDataset data, double[] mean, double[] scale) {
    float[][] rows = data.features().toArray();
    for (float[] row : rows) {
      for (int f = 0; f < row.length; f++) {
        row[f] = (float) ((row[f] - mean[f]) / scale[f]);
      }
    }
    return data.withFeatures(FeatureMatrix.of(rows));
  }
}
