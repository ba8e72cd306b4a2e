package io.civae.testkit;

import io.civae.BatchNormalization;
import io.civae.spi.NetworkParameters;

/** The forward pass of a classifier in plain doubles, straight from its parameters. */
final class ClassifierOracle {

  private final NetworkParameters parameters;
  private final BatchNormalization normalization;

  ClassifierOracle(NetworkParameters parameters, BatchNormalization normalization) {
    this.parameters = parameters;
    this.normalization = normalization;
  }

  /** The class with the highest logit. */
  int predict(float[] observation) {
    double[] h = new double[observation.length];
    for (int j = 0; j < h.length; j++) {
      h[j] = observation[j];
    }
    for (int layer = 0; layer < parameters.hiddenLayers("classifier"); layer++) {
      String name = "classifier.hidden." + layer;
      h = linear(h, name);
      if (normalization == BatchNormalization.BEFORE_ACTIVATION) {
        normalize(h, name + ".norm.");
      }
      for (int j = 0; j < h.length; j++) {
        h[j] = Math.max(0, h[j]);
      }
      if (normalization == BatchNormalization.AFTER_ACTIVATION) {
        normalize(h, name + ".norm.");
      }
    }
    double[] logits = linear(h, "classifier.output");
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }

  private double[] linear(double[] x, String name) {
    float[] weight = parameters.get(name + ".weight").values();
    float[] bias = parameters.get(name + ".bias").values();
    double[] y = new double[bias.length];
    for (int o = 0; o < y.length; o++) {
      y[o] = bias[o];
      for (int i = 0; i < x.length; i++) {
        y[o] += weight[o * x.length + i] * x[i];
      }
    }
    return y;
  }

  private void normalize(double[] h, String norm) {
    float[] scale = parameters.get(norm + "scale").values();
    float[] shift = parameters.get(norm + "shift").values();
    float[] mean = parameters.get(norm + "mean").values();
    float[] variance = parameters.get(norm + "variance").values();
    for (int j = 0; j < h.length; j++) {
      double deviation = Math.sqrt((double) variance[j] + NetworkParameters.NORM_EPSILON);
      h[j] = (h[j] - mean[j]) / deviation * scale[j] + shift[j];
    }
  }
}
