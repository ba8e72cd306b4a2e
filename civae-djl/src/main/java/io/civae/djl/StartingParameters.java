package io.civae.djl;

import io.civae.data.FeatureMatrix;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingTask;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The network that a training starts from. One of counts starts with the shares that features have
 * of all training counts together: from equal shares the way would be far, rare genes being
 * thousands of times rarer than common ones.
 */
final class StartingParameters {

  /** Added to each feature's sum, so that one that never occurs has a logarithm. */
  private static final double PSEUDO_COUNT = 0.5;

  private StartingParameters() {}

  static NetworkParameters of(TrainingTask task) {
    NetworkLayout layout =
        new NetworkLayout(
            task.config(), task.training().featureCount(), task.training().classNames().size());
    NetworkParameters drawn = InitialParameters.draw(layout);
    return task.counts().map(counts -> ofCounts(drawn, counts)).orElse(drawn);
  }

  private static NetworkParameters ofCounts(NetworkParameters drawn, FeatureMatrix counts) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    drawn.names().forEach(name -> tensors.put(name, drawn.get(name)));
    float[] logShares = logShares(counts);
    tensors.put(NetworkLayout.OUTPUT + ".bias", Tensor.of(logShares, logShares.length));
    return NetworkParameters.of(tensors);
  }

  /** Up to one number that softmax takes away: relative to the mean of all features. */
  private static float[] logShares(FeatureMatrix counts) {
    double[] sums = new double[counts.columns()];
    float[] row = new float[sums.length];
    double total = 0;
    for (int i = 0; i < counts.rows(); i++) {
      counts.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        sums[j] += row[j];
        total += row[j];
      }
    }
    float[] logShares = new float[sums.length];
    double mean = total / sums.length + PSEUDO_COUNT;
    for (int j = 0; j < sums.length; j++) {
      logShares[j] = (float) Math.log((sums[j] + PSEUDO_COUNT) / mean);
    }
    return logShares;
  }
}
