package io.civae.examples.embedding;

/**
 * The joint probabilities that t-SNE lays out: {@code p(j|i) ∝ exp(−β_i d²)} with {@code β_i} such
 * that the perplexity of each point's neighbours is the wanted one, and {@code p_ij = (p(j|i) +
 * p(i|j)) / 2n}.
 */
final class Affinities {

  private static final int BISECTIONS = 64;

  private Affinities() {}

  static NeighborGraph of(float[][] points, double perplexity) {
    int n = points.length;
    int count = (int) Math.min(n - 1L, Math.round(3 * perplexity));
    NearestNeighbors neighbors = NearestNeighbors.of(points, count);
    double[][] conditional = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] squares = new double[count];
      for (int rank = 0; rank < count; rank++) {
        // Less the smallest: the probabilities stay the same, and the nearest one's weight is 1.
        double nearest = neighbors.distance(i, 0);
        double distance = neighbors.distance(i, rank);
        squares[rank] = distance * distance - nearest * nearest;
      }
      conditional[i] = probabilities(squares, StrictMath.log(perplexity));
    }
    return NeighborGraph.of(neighbors, conditional, (there, back) -> (there + back) / (2.0 * n));
  }

  /** The probabilities of the wanted entropy in nats, found by bisection of β. */
  static double[] probabilities(double[] squares, double entropy) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1 / Math.max(1e-12, mean(squares));
    double[] p = new double[squares.length];
    for (int step = 0; step < BISECTIONS; step++) {
      if (fill(p, squares, beta) > entropy) {
        low = beta;
        beta = Double.isInfinite(high) ? beta * 2 : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
    }
    return p;
  }

  /** Fills in the probabilities for a β and returns their entropy. */
  private static double fill(double[] p, double[] squares, double beta) {
    double sum = 0;
    double energy = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = StrictMath.exp(-beta * squares[k]);
      sum += p[k];
      energy += p[k] * beta * squares[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return StrictMath.log(sum) + energy / sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
