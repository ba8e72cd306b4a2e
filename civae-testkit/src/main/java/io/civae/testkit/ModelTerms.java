package io.civae.testkit;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.Likelihood;
import io.civae.LossTerms;
import io.civae.data.LabeledDataset;
import java.util.Arrays;

/**
 * The terms of the objective at the posterior means, computed in double precision from what a model
 * answers; right for models whose features are not scaled, or are counts.
 */
final class ModelTerms {

  private ModelTerms() {}

  static LossTerms of(CiVaeModel model, LabeledDataset data) {
    double[] alike = new double[data.classNames().size()];
    Arrays.fill(alike, 1);
    return of(model, data, alike);
  }

  /** With a weight for each class. */
  static LossTerms of(CiVaeModel model, LabeledDataset data, double... weights) {
    LatentDistribution posterior = model.encoder().encode(data.features());
    float[][] z = posterior.mean();
    float[][] decoded = model.decoder().decode(z);
    float[][] logits = model.discriminator().logits(z);
    boolean bernoulli = model.config().likelihood() == Likelihood.BERNOULLI;
    CountProbability counts =
        model.config().likelihood().isOfCounts() ? new CountProbability(model) : null;
    double reconstruction = 0;
    double crossEntropy = 0;
    double weight = 0;
    int labelled = 0;
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      float[] x = data.observation(i);
      if (counts != null) {
        reconstruction += counts.negativeLogarithm(x, z[i]);
      } else {
        reconstruction += bernoulli ? crossEntropy(x, decoded[i]) : squaredError(x, decoded[i]);
      }
      int label = data.classIndex(i);
      if (label != LabeledDataset.UNLABELED) {
        labelled++;
        weight += weights[label];
        crossEntropy += weights[label] * (logSumExp(logits[i]) - logits[i][label]);
        right += model.discriminator().predictIndices(new float[][] {z[i]})[0] == label ? 1 : 0;
      }
    }
    double l = reconstruction / data.size();
    double kl = Arrays.stream(posterior.klDivergence()).average().orElseThrow();
    double ce = crossEntropy / weight;
    double total = l + model.config().alpha() * kl + model.config().beta() * ce;
    return new LossTerms(total, l, kl, ce, (double) right / labelled);
  }

  private static double squaredError(float[] x, float[] decoded) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      double error = (double) x[j] - decoded[j];
      sum += error * error;
    }
    return sum;
  }

  private static double crossEntropy(float[] x, float[] decoded) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      // A float sigmoid may round to 0 or 1; the logarithm is then bounded as by double's smallest.
      double p = Math.max(1e-12, Math.min(1 - 1e-12, decoded[j]));
      sum -= x[j] * Math.log(p) + (1 - x[j]) * Math.log1p(-p);
    }
    return sum;
  }

  private static double logSumExp(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    return max + Math.log(sum);
  }
}
