package io.civae.testkit.internal.linear;

import io.civae.data.LabeledDataset;

/** Sizes, means and common covariance of the classes of a dataset in latent space. */
final class ClassMoments {

  private final int[] counts;
  private final double[][] means;
  private final double[][] within;

  ClassMoments(int[] counts, double[][] means, double[][] within) {
    this.counts = counts;
    this.means = means;
    this.within = within;
  }

  /** Members of each class. */
  int[] counts() {
    return counts;
  }

  /** The mean of each class; zeros for a class without members. */
  double[][] means() {
    return means;
  }

  /** Covariance around the class means, divisor the number of labelled observations. */
  double[][] within() {
    return within;
  }

  static ClassMoments of(LinearLayer encoder, LabeledDataset data) {
    int k = data.classNames().size();
    int h = encoder.outputs();
    int[] counts = new int[k];
    double[][] means = new double[k][h];
    double[][] z = new double[data.size()][];
    for (int i = 0; i < z.length; i++) {
      int c = data.classIndex(i);
      if (c != LabeledDataset.UNLABELED) {
        z[i] = encoder.apply(LinearVae.widened(data.observation(i)));
        counts[c]++;
        for (int j = 0; j < h; j++) {
          means[c][j] += (z[i][j] - means[c][j]) / counts[c];
        }
      }
    }
    ClassMoments moments = new ClassMoments(counts, means, new double[h][h]);
    for (int i = 0; i < z.length; i++) {
      int c = data.classIndex(i);
      if (c != LabeledDataset.UNLABELED) {
        moments.addSpread(z[i], c);
      }
    }
    return moments;
  }

  private void addSpread(double[] z, int c) {
    for (int a = 0; a < z.length; a++) {
      for (int b = 0; b < z.length; b++) {
        within[a][b] += (z[a] - means[c][a]) * (z[b] - means[c][b]) / total();
      }
    }
  }

  /** Labelled observations. */
  int total() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** The mean of all labelled observations. */
  double[] centre() {
    double[] centre = new double[within.length];
    for (int c = 0; c < counts.length; c++) {
      for (int j = 0; j < centre.length; j++) {
        centre[j] += means[c][j] * counts[c] / total();
      }
    }
    return centre;
  }
}
