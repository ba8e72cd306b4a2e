package io.civae.internal.walk;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Mean, median and spread of each feature over pairs, step by step. */
final class StepStatistics {

  private final float[][] mean;
  private final float[][] median;
  private final float[][] spread;

  StepStatistics(int points, int features) {
    mean = new float[points][features];
    median = new float[points][features];
    spread = new float[points][features];
  }

  /** Takes in the decoded pairs of one step, {@code [pairs][d]}. */
  void add(int step, float[][] decoded) {
    IntStream.range(0, mean[step].length)
        .parallel()
        .forEach(
            f -> {
              float[] values = new float[decoded.length];
              double sum = 0;
              for (int p = 0; p < values.length; p++) {
                values[p] = decoded[p][f];
                sum += values[p];
              }
              double average = sum / values.length;
              double squares = 0;
              for (float value : values) {
                squares += (value - average) * (value - average);
              }
              mean[step][f] = (float) average;
              spread[step][f] = (float) Math.sqrt(squares / values.length);
              median[step][f] = Median.of(values);
            });
  }

  float[][] mean() {
    return copy(mean);
  }

  float[][] median() {
    return copy(median);
  }

  float[][] spread() {
    return copy(spread);
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }
}
