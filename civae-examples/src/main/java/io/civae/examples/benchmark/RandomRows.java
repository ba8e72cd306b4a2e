package io.civae.examples.benchmark;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;

/** Observations that need no file: uniform values in [0, 1), a share of them exactly 0. */
final class RandomRows {

  /** The share of a digit's pixels that is blank, as in MNIST's training images. */
  static final double BLANK_PIXELS = 0.81;

  private static final long SEED = 1;

  private RandomRows() {}

  /** Rows of values, {@code zeros} of them 0. */
  static FeatureMatrix features(int rows, double zeros) {
    SeededRandom random = SeededRandom.of(SEED, rows);
    float[] values = new float[rows * BenchmarkSettings.FEATURES];
    for (int i = 0; i < values.length; i++) {
      float value = random.nextFloat();
      values[i] = random.nextDouble() < zeros ? 0 : value;
    }
    return FeatureMatrix.ofRowMajor(values, rows, BenchmarkSettings.FEATURES);
  }

  /** Rows of every class in turn. */
  static LabeledDataset labelled(int rows, int classes) {
    String[] labels = new String[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = Integer.toString(i % classes);
    }
    return LabeledDataset.of(features(rows, 0), labels);
  }

  /** Values of latents, in [−1, 1). */
  static float[] latents(int count) {
    SeededRandom random = SeededRandom.of(SEED, count);
    float[] z = new float[count];
    for (int i = 0; i < count; i++) {
      z[i] = 2 * random.nextFloat() - 1;
    }
    return z;
  }
}
