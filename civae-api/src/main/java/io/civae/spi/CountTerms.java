package io.civae.spi;

import java.util.Arrays;

/** The terms of one observation after another, formulas in {@link io.civae.Likelihood}. */
final class CountTerms {

  private final int features;
  private final boolean zeroInflated;

  /** What each gradient is multiplied by. */
  private final double share;

  private final double[] exponentials;
  private final double[] byLogMean;

  /** The last log θ of each feature and its θ: usually those of the next observation too. */
  private final float[] knownLogDispersion;

  private final double[] knownDispersion;

  CountTerms(int features, boolean zeroInflated, double share) {
    this.features = features;
    this.zeroInflated = zeroInflated;
    this.share = share;
    exponentials = new double[features];
    byLogMean = new double[features];
    knownLogDispersion = new float[features];
    knownDispersion = new double[features];
    Arrays.fill(knownDispersion, 1);
  }

  /** Returns an observation's term and writes its gradient to where its outputs stand. */
  double add(float[] outputs, int from, float[] counts, int fromCount, float[] gradient) {
    double librarySize = CountLikelihood.librarySize(counts, fromCount, features);
    double top = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < features; j++) {
      top = Math.max(top, outputs[from + j]);
    }
    double sum = 0;
    for (int j = 0; j < features; j++) {
      exponentials[j] = Math.exp(outputs[from + j] - top);
      sum += exponentials[j];
    }
    double logScale = Math.log(librarySize) - Math.log(sum) - top;
    double term = 0;
    double total = 0;
    for (int j = 0; j < features; j++) {
      double mean = librarySize * (exponentials[j] / sum);
      double logMean = logScale + outputs[from + j];
      term += add(outputs, from + j, counts[fromCount + j], mean, logMean, gradient, j);
      total += byLogMean[j];
    }
    for (int j = 0; j < features; j++) {
      gradient[from + j] = (float) (share * (byLogMean[j] - exponentials[j] / sum * total));
    }
    return term;
  }

  private double add(
      float[] outputs,
      int at,
      double count,
      double mean,
      double logMean,
      float[] gradient,
      int feature) {
    float logDispersion = outputs[at + features];
    double theta = dispersion(feature, logDispersion);
    double logRatio = Math.log(1 + mean / theta);
    double term = theta * logRatio;
    double byLogMeanHere = (mean - count) * (theta / (theta + mean));
    double byLogDispersion = theta * (logRatio - (mean - count) / (theta + mean));
    if (count > 0) {
      term +=
          count * (Math.log(theta) + logRatio - logMean) - BinomialCoefficient.log(count, theta);
      byLogDispersion -= theta * BinomialCoefficient.derivative(count, theta);
    }
    if (zeroInflated) {
      double logit = outputs[at + 2 * features];
      double shrink = Math.exp(-Math.abs(logit));
      double softplus = Math.max(logit, 0) + Math.log1p(shrink);
      double added = logit >= 0 ? 1 / (1 + shrink) : shrink / (1 + shrink);
      double weight = 0;
      if (count > 0) {
        term += softplus;
      } else {
        double difference = logit + term;
        // The logarithm of e^logit + e^−term.
        double both = Math.max(logit, -term) + Math.log1p(Math.exp(-Math.abs(difference)));
        weight = Math.exp(logit - both);
        term = softplus - both;
      }
      gradient[at + 2 * features] = (float) (share * (added - weight));
      byLogMeanHere *= 1 - weight;
      byLogDispersion *= 1 - weight;
    }
    byLogMean[feature] = byLogMeanHere;
    gradient[at + features] = (float) (share * within(logDispersion, byLogDispersion));
    return term;
  }

  private double dispersion(int feature, float logDispersion) {
    if (logDispersion != knownLogDispersion[feature]) {
      knownLogDispersion[feature] = logDispersion;
      knownDispersion[feature] = CountLikelihood.dispersion(logDispersion);
    }
    return knownDispersion[feature];
  }

  /** Beyond an end, only a descent that leads back counts. */
  private static double within(float logDispersion, double derivative) {
    boolean below = logDispersion < CountLikelihood.MIN_LOG_DISPERSION;
    boolean above = logDispersion > CountLikelihood.MAX_LOG_DISPERSION;
    return (below && derivative > 0) || (above && derivative < 0) ? 0 : derivative;
  }
}
