package io.civae.djl;

import java.util.Arrays;

/**
 * Distributions of counts straight from their definitions: ratios of gamma functions as products,
 * probabilities before their logarithm. For small counts.
 */
final class CountOracle {

  private CountOracle() {}

  /** Of one observation, from logits, log θ and, if there are more, the logits of added zeros. */
  static double negativeLogLikelihood(double[] outputs, double[] counts) {
    int d = counts.length;
    double library = Math.max(1, Arrays.stream(counts).sum());
    double[] shares = softmax(outputs, d);
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double p = probability(counts[j], library * shares[j], Math.exp(outputs[d + j]));
      if (outputs.length > 2 * d) {
        double added = 1 / (1 + Math.exp(-outputs[2 * d + j]));
        p = (1 - added) * p + (counts[j] == 0 ? added : 0);
      }
      sum -= Math.log(p);
    }
    return sum;
  }

  static double probability(double count, double mean, double theta) {
    double p = Math.pow(theta / (theta + mean), theta);
    for (int i = 0; i < count; i++) {
      p *= (theta + i) / (i + 1) * (mean / (theta + mean));
    }
    return p;
  }

  static double[] expectedShares(double[] outputs, int d) {
    double[] shares = softmax(outputs, d);
    for (int j = 0; j < d && outputs.length > 2 * d; j++) {
      shares[j] *= 1 - 1 / (1 + Math.exp(-outputs[2 * d + j]));
    }
    return shares;
  }

  private static double[] softmax(double[] outputs, int d) {
    double total = Arrays.stream(outputs, 0, d).map(Math::exp).sum();
    return Arrays.stream(outputs, 0, d).map(a -> Math.exp(a) / total).toArray();
  }
}
