package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.LinearDiscriminator;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The figures of an audit as their definitions say, in plain loops and doubles. */
final class AuditOracle {

  private final double[][] weight;
  private final double[] bias;

  private AuditOracle(double[][] weight, double[] bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /** A discriminator with these rows of weights, one for each class, without biases. */
  static AuditOracle of(float[]... weight) {
    double[][] rows = new double[weight.length][weight[0].length];
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < rows[k].length; j++) {
        rows[k][j] = weight[k][j];
      }
    }
    return new AuditOracle(rows, new double[rows.length]);
  }

  static AuditOracle of(LinearDiscriminator discriminator) {
    float[][] w = discriminator.weights();
    float[] b = discriminator.bias();
    double[][] rows = new double[b.length][w.length];
    double[] bias = new double[b.length];
    for (int k = 0; k < b.length; k++) {
      bias[k] = b[k];
      for (int j = 0; j < w.length; j++) {
        rows[k][j] = w[j][k];
      }
    }
    return new AuditOracle(rows, bias);
  }

  AuditOracle withBias(double... other) {
    return new AuditOracle(weight, other);
  }

  private double[] logits(float[] z) {
    double[] logits = bias.clone();
    for (int k = 0; k < logits.length; k++) {
      for (int j = 0; j < z.length; j++) {
        logits[k] += weight[k][j] * z[j];
      }
    }
    return logits;
  }

  double probability(int c, float[] z) {
    double[] logits = logits(z);
    return 1 / Arrays.stream(logits).map(logit -> Math.exp(logit - logits[c])).sum();
  }

  /** The distance to the nearest plane on which another class has the same logit. */
  double margin(int c, float[] z) {
    double[] logits = logits(z);
    double margin = Double.POSITIVE_INFINITY;
    for (int k = 0; k < logits.length; k++) {
      double length = 0;
      for (int j = 0; j < z.length; j++) {
        length += Math.pow(weight[c][j] - weight[k][j], 2);
      }
      margin = k == c ? margin : Math.min(margin, (logits[c] - logits[k]) / Math.sqrt(length));
    }
    return margin;
  }

  /** The logarithm of the mean density of posteriors, one of which may be left out. */
  static double holeScore(float[] z, float[][] mean, float[][] logVariance, int without) {
    double[] logs =
        IntStream.range(0, mean.length)
            .filter(n -> n != without)
            .mapToDouble(n -> logDensity(z, mean[n], logVariance[n]))
            .toArray();
    // Far from every member each density underflows; their logarithms do not.
    double highest = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum();
    return highest + Math.log(sum / logs.length);
  }

  static double holeScore(float[] z, float[][] mean, float[][] logVariance) {
    return holeScore(z, mean, logVariance, -1);
  }

  private static double logDensity(float[] z, float[] mean, float[] logVariance) {
    double log = 0;
    for (int j = 0; j < z.length; j++) {
      double variance = Math.exp(logVariance[j]);
      log -= Math.pow((double) z[j] - mean[j], 2) / (2 * variance);
      log -= Math.log(2 * Math.PI * variance) / 2;
    }
    return log;
  }

  static void checkNearest(LabeledDataset source, SyntheticAudit audit, float[] x) {
    double nearest = nearestDistance(source, audit.className(), x);
    assertThat(audit.nearestDistance()).isCloseTo(nearest, within(1e-9));
    assertThat(source.label(audit.nearest())).isEqualTo(audit.className());
    assertThat(distance(x, source.observation(audit.nearest()))).isEqualTo(nearest);
  }

  static double nearestDistance(LabeledDataset source, String className, float[] x) {
    return IntStream.of(source.indicesOf(className))
        .mapToDouble(i -> distance(x, source.observation(i)))
        .min()
        .orElseThrow();
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += Math.pow((double) a[f] - b[f], 2);
    }
    return Math.sqrt(sum);
  }
}
