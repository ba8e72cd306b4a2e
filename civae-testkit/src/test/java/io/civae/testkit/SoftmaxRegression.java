package io.civae.testkit;

import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Multinomial logistic regression by stochastic gradient descent: how far a straight line gets. */
final class SoftmaxRegression {

  private static final double PEAK_RATE = 0.1;
  private static final double WEIGHT_DECAY = 1e-4;

  private final int classes;
  private final double[][] weights;

  private SoftmaxRegression(int classes, int features) {
    this.classes = classes;
    this.weights = new double[classes][features + 1];
  }

  static SoftmaxRegression fit(LabeledDataset data, int epochs, long seed) {
    SoftmaxRegression model = new SoftmaxRegression(data.classNames().size(), data.featureCount());
    float[][] x = data.features().toArray();
    int[] order = IntStream.range(0, x.length).toArray();
    SeededRandom random = SeededRandom.of(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      random.shuffle(order);
      double rate = PEAK_RATE * (1 - (double) epoch / epochs);
      for (int i : order) {
        model.step(x[i], data.classIndex(i), rate / data.featureCount() * 10);
      }
    }
    return model;
  }

  private void step(float[] x, int label, double rate) {
    double[] p = logits(x);
    double max = Arrays.stream(p).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - max);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      double gradient = p[c] / sum - (c == label ? 1 : 0);
      double[] w = weights[c];
      for (int j = 0; j < x.length; j++) {
        w[j] -= rate * (gradient * x[j] + WEIGHT_DECAY * w[j]);
      }
      w[x.length] -= rate * gradient;
    }
  }

  private double[] logits(float[] x) {
    double[] result = new double[classes];
    for (int c = 0; c < classes; c++) {
      double sum = weights[c][x.length];
      for (int j = 0; j < x.length; j++) {
        sum += weights[c][j] * x[j];
      }
      result[c] = sum;
    }
    return result;
  }

  /** The share of labelled observations whose class comes out on top. */
  double accuracy(LabeledDataset data) {
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] logits = logits(data.observation(i));
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = logits[c] > logits[best] ? c : best;
      }
      right += best == data.classIndex(i) ? 1 : 0;
    }
    return (double) right / data.size();
  }
}
