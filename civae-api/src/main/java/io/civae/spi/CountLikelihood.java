package io.civae.spi;

import io.civae.Likelihood;
import java.util.stream.IntStream;

/**
 * The reconstruction term of a {@linkplain Likelihood#isOfCounts() likelihood of counts} and its
 * gradient, in double precision and in plain Java: differences of log Γ have no digits left in
 * float. A backend hands over what its decoder gives and carries the gradient on. Immutable and
 * thread-safe; the same input gives the same bits whatever the number of threads.
 *
 * <p>The decoder's outputs for an observation are {@code [a | log θ]} or, with added zeros, {@code
 * [a | log θ | l]}, d values each: the logits of shares, the logarithm of the inverse dispersion
 * and the logits of added zeros; see {@link Likelihood}. A log θ outside [{@link
 * #MIN_LOG_DISPERSION}, {@link #MAX_LOG_DISPERSION}] counts as the nearer end, and its gradient
 * leads back only.
 */
public final class CountLikelihood {

  /** The largest count: up to it every whole number is a float. */
  public static final int LARGEST_COUNT = 1 << 24;

  /** The lowest log θ: θ ≈ 4.5e-5. */
  public static final double MIN_LOG_DISPERSION = -10;

  /** The highest log θ: θ ≈ 22,026, next to a Poisson distribution. */
  public static final double MAX_LOG_DISPERSION = 10;

  /** Fewer values are done before other threads have woken up. */
  private static final int PARALLEL_VALUES = 1 << 13;

  private final int features;
  private final boolean zeroInflated;

  /**
   * The term of a network.
   *
   * @param likelihood of counts
   * @param features the number d of features, at least 1
   * @throws IllegalArgumentException if the likelihood is not of counts
   */
  public CountLikelihood(Likelihood likelihood, int features) {
    if (!likelihood.isOfCounts()) {
      throw new IllegalArgumentException("likelihood (" + likelihood + ") must be of counts");
    }
    this.features = features;
    zeroInflated = likelihood == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL;
  }

  /**
   * The number of outputs that an observation takes.
   *
   * @return 2 d, or 3 d with added zeros
   */
  public int width() {
    return (zeroInflated ? 3 : 2) * features;
  }

  /**
   * Evaluates a batch.
   *
   * @param outputs {@code rows · width()} values
   * @param counts {@code rows · d} whole numbers of at least 0
   * @param rows at least 1
   * @param gradient receives the derivative of the result by each output
   * @return the negative log-likelihood, summed over features, mean over rows, in nats
   */
  public double evaluate(float[] outputs, float[] counts, int rows, float[] gradient) {
    double[] sums = new double[rows];
    int blocks =
        rows * features < PARALLEL_VALUES
            ? 1
            : Math.min(rows, 2 * Runtime.getRuntime().availableProcessors());
    IntStream indices = IntStream.range(0, blocks);
    (blocks == 1 ? indices : indices.parallel())
        .forEach(
            block -> {
              CountTerms terms = new CountTerms(features, zeroInflated, 1.0 / rows);
              int to = (int) ((long) rows * (block + 1) / blocks);
              for (int row = (int) ((long) rows * block / blocks); row < to; row++) {
                sums[row] = terms.add(outputs, row * width(), counts, row * features, gradient);
              }
            });
    double sum = 0;
    for (double value : sums) {
      sum += value;
    }
    return sum / rows;
  }

  /**
   * The inverse dispersion θ.
   *
   * @param logDispersion log θ
   * @return e to the power of it, within the ends
   */
  public static double dispersion(double logDispersion) {
    return Math.exp(Math.min(MAX_LOG_DISPERSION, Math.max(MIN_LOG_DISPERSION, logDispersion)));
  }

  /**
   * The library size of an observation.
   *
   * @param counts row-major
   * @param from index of the observation's first count
   * @param features how many
   * @return the sum, but at least 1
   */
  public static double librarySize(float[] counts, int from, int features) {
    double sum = 0;
    for (int j = 0; j < features; j++) {
      sum += counts[from + j];
    }
    return Math.max(1, sum);
  }

  /**
   * Turns logits of shares, and of added zeros, into the expected counts of a library of size 1:
   * {@code softmax(a)_j}, or {@code (1 − π_j) · softmax(a)_j}.
   *
   * @param logits the d logits of shares
   * @param zeroLogits the d logits of added zeros; of length 0 for none
   * @param target receives the d shares from {@code to} on; may be {@code logits}
   * @param to index of the first
   */
  public static void expectedShares(float[] logits, float[] zeroLogits, float[] target, int to) {
    double top = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      top = Math.max(top, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - top);
    }
    for (int j = 0; j < logits.length; j++) {
      double share = Math.exp(logits[j] - top) / sum;
      target[to + j] =
          (float) (zeroLogits.length == 0 ? share : share / (1 + Math.exp(zeroLogits[j])));
    }
  }
}
