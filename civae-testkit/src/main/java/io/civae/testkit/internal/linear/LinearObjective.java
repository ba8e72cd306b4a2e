package io.civae.testkit.internal.linear;

import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.LossTerms;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the objective of a linear network on a dataset, as {@link LossTerms} defines them.
 */
final class LinearObjective {

  private static final long STREAM = 0x4E4F_4953_45L;

  private final LinearNetwork network;
  private final CiVaeConfig config;
  private final ClassWeights weights;

  LinearObjective(LinearNetwork network, CiVaeConfig config, ClassWeights weights) {
    this.network = network;
    this.config = config;
    this.weights = weights;
  }

  /** With one draw from each posterior, unless the configuration trains on the means. */
  LossTerms sampled(LabeledDataset data) {
    return terms(data, config.sampling() ? SeededRandom.of(config.seed(), STREAM) : null);
  }

  LossTerms atPosteriorMeans(LabeledDataset data) {
    return terms(data, null);
  }

  private LossTerms terms(LabeledDataset data, @Nullable SeededRandom random) {
    double reconstruction = 0;
    double divergence = 0;
    double crossEntropy = 0;
    int right = 0;
    int labelled = 0;
    double weight = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] x = LinearVae.widened(data.observation(i));
      double[] z = network.encoder().apply(x);
      divergence += divergence(z);
      if (random != null) {
        for (int j = 0; j < z.length; j++) {
          z[j] += StrictMath.exp(0.5 * network.logVariance()[j]) * random.nextGaussian();
        }
      }
      reconstruction += reconstruction(x, network.decoder().apply(z));
      LinearLayer discriminator = network.discriminator();
      int label = data.classIndex(i);
      if (discriminator != null && label != LabeledDataset.UNLABELED) {
        double[] logits = discriminator.apply(z);
        labelled++;
        weight += weights.of(label);
        crossEntropy += weights.of(label) * (logSumExp(logits) - logits[label]);
        right += top(logits) == label ? 1 : 0;
      }
    }
    double l = reconstruction / data.size();
    double kl = divergence / data.size();
    double ce = labelled == 0 ? 0 : crossEntropy / weight;
    return new LossTerms(
        l + config.alpha() * kl + config.beta() * ce,
        l,
        kl,
        ce,
        labelled == 0 ? Double.NaN : (double) right / labelled);
  }

  private double divergence(double[] mean) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      double logVariance = network.logVariance()[j];
      sum += mean[j] * mean[j] + StrictMath.exp(logVariance) - logVariance - 1;
    }
    return sum / 2;
  }

  private double reconstruction(double[] x, double[] output) {
    boolean sigmoid = config.outputActivation() == OutputActivation.SIGMOID;
    double sum = 0;
    for (int f = 0; f < x.length; f++) {
      if (config.likelihood() == Likelihood.BERNOULLI) {
        // −x·log σ(a) − (1 − x)·log(1 − σ(a)), without overflow.
        double a = output[f];
        sum += Math.max(a, 0) - a * x[f] + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
      } else {
        double decoded = sigmoid ? 1 / (1 + StrictMath.exp(-output[f])) : output[f];
        sum += (x[f] - decoded) * (x[f] - decoded);
      }
    }
    return sum;
  }

  private static double logSumExp(double[] logits) {
    double max = logits[top(logits)];
    double sum = 0;
    for (double logit : logits) {
      sum += StrictMath.exp(logit - max);
    }
    return max + StrictMath.log(sum);
  }

  private static int top(double[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }
}
