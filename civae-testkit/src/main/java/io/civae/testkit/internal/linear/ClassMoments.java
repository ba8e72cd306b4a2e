package io.civae.testkit.internal.linear;

import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import java.util.Arrays;

/** Weights, means and common covariance of the classes of a dataset in latent space. */
final class ClassMoments {

  private final double[] masses;
  private final double[][] means;
  private final double[][] within;

  ClassMoments(double[] masses, double[][] means, double[][] within) {
    this.masses = masses;
    this.means = means;
    this.within = within;
  }

  /** The weights of each class's members together. */
  double[] masses() {
    return masses;
  }

  /** The mean of each class; zeros for a class without members. */
  double[][] means() {
    return means;
  }

  /** Covariance around the class means, each member by its weight, divisor the sum of weights. */
  double[][] within() {
    return within;
  }

  static ClassMoments of(LinearLayer encoder, LabeledDataset data, ClassWeights weights) {
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
    double[] masses = new double[k];
    Arrays.setAll(masses, c -> counts[c] == 0 ? 0 : counts[c] * weights.of(c));
    ClassMoments moments = new ClassMoments(masses, means, new double[h][h]);
    double total = moments.total();
    for (int i = 0; i < z.length; i++) {
      int c = data.classIndex(i);
      if (c != LabeledDataset.UNLABELED) {
        moments.addSpread(z[i], c, weights.of(c), total);
      }
    }
    return moments;
  }

  private void addSpread(double[] z, int c, double weight, double total) {
    for (int a = 0; a < z.length; a++) {
      for (int b = 0; b < z.length; b++) {
        within[a][b] += (z[a] - means[c][a]) * (z[b] - means[c][b]) * weight / total;
      }
    }
  }

  /** The sum of weights of labelled observations. */
  double total() {
    return Arrays.stream(masses).sum();
  }

  /** The mean of all labelled observations. */
  double[] centre() {
    double[] centre = new double[within.length];
    for (int c = 0; c < masses.length; c++) {
      for (int j = 0; j < centre.length; j++) {
        centre[j] += means[c][j] * masses[c] / total();
      }
    }
    return centre;
  }
}
