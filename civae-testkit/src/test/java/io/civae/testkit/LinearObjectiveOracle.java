package io.civae.testkit;

import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;

/**
 * The objective of a network without hidden layers and β = 0, its expectation over the sampling
 * noise written out by hand.
 */
final class LinearObjectiveOracle {

  private static final String[] NAMES = {
    "encoder.mean.weight",
    "encoder.mean.bias",
    "encoder.logVariance.bias",
    "decoder.output.weight",
    "decoder.output.bias"
  };

  private final int h;
  private final double[][] values;

  private LinearObjectiveOracle(int h, double[][] values) {
    this.h = h;
    this.values = values;
  }

  static LinearObjectiveOracle of(NetworkParameters parameters) {
    double[][] values = new double[NAMES.length][];
    for (int p = 0; p < NAMES.length; p++) {
      float[] floats = parameters.get(NAMES[p]).values();
      values[p] = new double[floats.length];
      for (int i = 0; i < floats.length; i++) {
        values[p][i] = floats[i];
      }
    }
    return new LinearObjectiveOracle(parameters.get("encoder.mean.bias").size(), values);
  }

  LinearObjectiveOracle perturbed(SeededRandom random, double step) {
    double[][] moved = new double[values.length][];
    for (int p = 0; p < values.length; p++) {
      moved[p] = values[p].clone();
      for (int i = 0; i < moved[p].length; i++) {
        moved[p][i] += step * random.nextGaussian();
      }
    }
    return new LinearObjectiveOracle(h, moved);
  }

  /** Σ_j σ_j²‖w_j‖². */
  double decodedNoise() {
    double noise = 0;
    for (int i = 0; i < values[3].length; i++) {
      noise += Math.exp(values[2][i % h]) * values[3][i] * values[3][i];
    }
    return noise;
  }

  double expectedObjective(LabeledDataset data, double alpha) {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      float[] x = data.observation(i);
      double[] mean = new double[h];
      for (int j = 0; j < h; j++) {
        mean[j] = values[1][j];
        for (int f = 0; f < x.length; f++) {
          mean[j] += values[0][j * x.length + f] * x[f];
        }
        double logVariance = values[2][j];
        sum += alpha / 2 * (mean[j] * mean[j] + Math.exp(logVariance) - logVariance - 1);
      }
      for (int f = 0; f < x.length; f++) {
        double decoded = values[4][f];
        for (int j = 0; j < h; j++) {
          decoded += values[3][f * h + j] * mean[j];
        }
        sum += (x[f] - decoded) * (x[f] - decoded);
      }
    }
    return sum / data.size() + decodedNoise();
  }
}
