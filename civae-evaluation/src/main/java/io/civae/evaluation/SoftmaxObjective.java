package io.civae.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;

/**
 * What a multinomial logistic regression minimises, per row, with its gradient. Parameters are one
 * row of {@code d} weights and a bias for each class.
 */
final class SoftmaxObjective implements FunctionNtoS {

  /** Rows summed by one task; fixed, so that the sums do not depend on the number of threads. */
  private static final int BLOCK = 1_024;

  private final double[] x;
  private final int[] y;
  private final int width;
  private final int classes;
  private final double penalty;

  /** The point last looked at: a line search asks for value and gradient one after the other. */
  private double[] point = {};

  private Sum last = new Sum(0, new double[0]);

  /** Takes the rows one after the other in {@code x}, without copying. */
  SoftmaxObjective(double[] x, int[] y, int classes, double cost) {
    this.x = x;
    this.y = y;
    this.classes = classes;
    width = x.length / y.length;
    penalty = 1 / cost / y.length;
  }

  @Override
  public int getNumOfInputsN() {
    return classes * (width + 1);
  }

  @Override
  public double process(double[] parameters) {
    return at(parameters).value;
  }

  FunctionNtoN gradient() {
    return new FunctionNtoN() {
      @Override
      public int getN() {
        return getNumOfInputsN();
      }

      @Override
      public void process(double[] input, double[] output) {
        System.arraycopy(at(input).gradient, 0, output, 0, getN());
      }
    };
  }

  private Sum at(double[] parameters) {
    if (!Arrays.equals(parameters, point)) {
      point = parameters.clone();
      last = total(point);
    }
    return last;
  }

  private Sum total(double[] parameters) {
    int blocks = (y.length + BLOCK - 1) / BLOCK;
    List<Sum> parts =
        IntStream.range(0, blocks)
            .parallel()
            .mapToObj(b -> block(parameters, b * BLOCK, Math.min(y.length, (b + 1) * BLOCK)))
            .toList();
    double value = 0;
    double[] gradient = new double[parameters.length];
    for (Sum part : parts) {
      value += part.value / y.length;
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += part.gradient[p] / y.length;
      }
    }
    for (int c = 0; c < classes; c++) {
      for (int p = c * (width + 1); p < c * (width + 1) + width; p++) {
        value += penalty * parameters[p] * parameters[p] / 2;
        gradient[p] += penalty * parameters[p];
      }
    }
    return new Sum(value, gradient);
  }

  private Sum block(double[] parameters, int from, int to) {
    double value = 0;
    double[] gradient = new double[parameters.length];
    double[] scores = new double[classes];
    for (int i = from; i < to; i++) {
      scores(parameters, x, i * width, width, scores);
      double highest = Double.NEGATIVE_INFINITY;
      for (double score : scores) {
        highest = Math.max(highest, score);
      }
      double sum = 0;
      for (double score : scores) {
        sum += Math.exp(score - highest);
      }
      value += highest + Math.log(sum) - scores[y[i]];
      for (int c = 0; c < classes; c++) {
        double slope = Math.exp(scores[c] - highest) / sum - (c == y[i] ? 1 : 0);
        int at = c * (width + 1);
        for (int j = 0; j < width; j++) {
          gradient[at + j] += slope * x[i * width + j];
        }
        gradient[at + width] += slope;
      }
    }
    return new Sum(value, gradient);
  }

  /** The score of each class for the row that starts at {@code from}. */
  static void scores(double[] parameters, double[] x, int from, int width, double[] target) {
    for (int c = 0; c < target.length; c++) {
      int at = c * (width + 1);
      double score = parameters[at + width];
      for (int j = 0; j < width; j++) {
        score += parameters[at + j] * x[from + j];
      }
      target[c] = score;
    }
  }

  /** A value and its gradient. */
  private static final class Sum {

    final double value;
    final double[] gradient;

    Sum(double value, double[] gradient) {
      this.value = value;
      this.gradient = gradient;
    }
  }
}
