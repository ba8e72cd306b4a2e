package io.civae.evaluation;

import java.util.Arrays;

/**
 * Student's t interval (1908) for the mean of independent runs, for instance the same training
 * under n seeds: {@code m ± t(n − 1) · s / √n} with mean m, standard deviation s (divisor n − 1)
 * and the two-sided quantile t of n − 1 degrees of freedom. It takes the runs to be normal; with
 * three of them t is 4.30, so that a narrow interval means something.
 */
public final class StudentInterval {

  /** The level of the intervals. */
  public static final double LEVEL = 0.95;

  /** Far beyond the largest quantile at this level, 12.7 at one degree of freedom. */
  private static final double BEYOND = 100;

  private static final int HALVINGS = 60;

  private StudentInterval() {}

  /**
   * The mean of runs with its 95 % interval.
   *
   * @param runs one finite value per run, at least one
   * @return the interval; both its ends are NaN for a single run, which says nothing of the spread
   * @throws IllegalArgumentException if there is no run or a value is not finite
   */
  public static ConfidenceInterval mean(double... runs) {
    if (runs.length == 0) {
      throw new IllegalArgumentException("runs is empty; at least one is needed");
    }
    for (int i = 0; i < runs.length; i++) {
      if (!Double.isFinite(runs[i])) {
        throw new IllegalArgumentException("runs[" + i + "] (" + runs[i] + ") must be finite");
      }
    }
    double mean = Arrays.stream(runs).sum() / runs.length;
    if (runs.length == 1) {
      return new ConfidenceInterval(mean, Double.NaN, Double.NaN, LEVEL);
    }
    double squares = Arrays.stream(runs).map(run -> (run - mean) * (run - mean)).sum();
    double error = Math.sqrt(squares / (runs.length - 1) / runs.length);
    double margin = quantile(runs.length - 1) * error;
    return new ConfidenceInterval(mean, mean - margin, mean + margin, LEVEL);
  }

  /** The t that a share LEVEL of the distribution lies within, by bisection. */
  static double quantile(int degrees) {
    double low = 0;
    double high = BEYOND;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < LEVEL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The share within ±t: the finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4. */
  private static double within(double t, int degrees) {
    double angle = Math.atan(t / Math.sqrt(degrees));
    double cosine = Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double sum = 0;
    double term = odd ? cosine : 1;
    for (int i = odd ? 3 : 2; i <= degrees; i += 2) {
      sum += term;
      term *= (i - 1.0) / i * cosine * cosine;
    }
    double series = Math.sin(angle) * sum;
    return odd ? 2 / Math.PI * (angle + series) : series;
  }
}
