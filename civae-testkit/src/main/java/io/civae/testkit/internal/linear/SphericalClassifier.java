package io.civae.testkit.internal.linear;

import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * The best classifier of classes that are balls of one size, which is linear: with class means m_c
 * around their weighted mean g, priors p_c and the variance s² of a feature within classes, the
 * logits are {@code (m_c − g)ᵀ(x − g)/s² − ½‖m_c − g‖²/s² + ln p_c}.
 */
final class SphericalClassifier {

  /** ln 1e9: how far below the best possible a class without members stays. */
  private static final double NEVER = 20.7;

  /** The least share of the variance between classes that is taken to lie within them. */
  private static final double LEAST_SHARE = 1e-6;

  private final LabeledDataset data;
  private final int[] counts;
  private final double[][] means;
  private final double[] centre;

  private SphericalClassifier(LabeledDataset data) {
    this.data = data;
    counts = new int[data.classNames().size()];
    means = new double[counts.length][data.featureCount()];
    centre = new double[data.featureCount()];
    for (int i = 0; i < data.size(); i++) {
      int c = data.classIndex(i);
      double[] x = LinearVae.widened(data.observation(i));
      counts[c]++;
      for (int j = 0; j < x.length; j++) {
        means[c][j] += (x[j] - means[c][j]) / counts[c];
        centre[j] += (x[j] - centre[j]) / (i + 1);
      }
    }
  }

  /** Every observation is labelled. */
  static NetworkParameters fit(LabeledDataset data) {
    SphericalClassifier classifier = new SphericalClassifier(data);
    LinearLayer layer = classifier.layer();
    return NetworkParameters.of(
        Map.of(
            "classifier.output.weight",
            Tensor.of(layer.weight(), layer.outputs(), layer.inputs()),
            "classifier.output.bias",
            Tensor.of(layer.bias(), layer.outputs())));
  }

  private LinearLayer layer() {
    double variance = varianceWithin();
    double[][] weight = new double[counts.length][centre.length];
    double[] bias = new double[counts.length];
    double mean = 0;
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        double prior = (double) counts[c] / data.size();
        double[] difference = differences(means[c]);
        for (int j = 0; j < centre.length; j++) {
          weight[c][j] = difference[j] / variance;
        }
        bias[c] =
            StrictMath.log(prior)
                - PrincipalAxes.dot(weight[c], difference) / 2
                - PrincipalAxes.dot(weight[c], centre);
        mean += prior * bias[c];
      }
    }
    // The weights' mean is 0, so the largest logit is nowhere below the mean bias.
    for (int c = 0; c < counts.length; c++) {
      bias[c] = counts[c] > 0 ? bias[c] : mean - NEVER;
    }
    return LinearLayer.rounded(weight, bias);
  }

  private double[] differences(double[] values) {
    double[] differences = new double[values.length];
    Arrays.setAll(differences, j -> values[j] - centre[j]);
    return differences;
  }

  private double varianceWithin() {
    double within = 0;
    double between = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] x = LinearVae.widened(data.observation(i));
      double[] mean = means[data.classIndex(i)];
      for (int j = 0; j < x.length; j++) {
        within += (x[j] - mean[j]) * (x[j] - mean[j]);
        between += (mean[j] - centre[j]) * (mean[j] - centre[j]);
      }
    }
    double variance = Math.max(within, LEAST_SHARE * between) / data.size() / centre.length;
    return variance == 0 ? 1 : variance;
  }
}
