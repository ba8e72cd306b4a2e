package io.civae.testkit;

import io.civae.CiVaeModel;

/** The negative log-likelihood of counts from what a model answers, straight from definitions. */
final class CountProbability {

  private final CiVaeModel model;
  private final float[] dispersion;

  CountProbability(CiVaeModel model) {
    this.model = model;
    dispersion = model.countDecoder().dispersion();
  }

  /** Of one observation at one latent, in nats. */
  double negativeLogarithm(float[] counts, float[] latent) {
    float library = 0;
    for (float count : counts) {
      library += count;
    }
    float[][] z = {latent};
    float[] expected = model.countDecoder().expected(z, Math.max(1, library))[0];
    float[] inflation = model.countDecoder().zeroInflation(z)[0];
    double sum = 0;
    for (int j = 0; j < counts.length; j++) {
      double added = inflation[j];
      double p = (1 - added) * probability(counts[j], expected[j] / (1 - added), dispersion[j]);
      sum -= Math.log(counts[j] == 0 ? added + p : p);
    }
    return sum;
  }

  private static double probability(double count, double mean, double theta) {
    double p = Math.pow(theta / (theta + mean), theta);
    for (int i = 0; i < count; i++) {
      p *= (theta + i) / (i + 1) * (mean / (theta + mean));
    }
    return p;
  }
}
