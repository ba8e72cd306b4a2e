package io.civae.examples.embedding;

/**
 * The fuzzy graph that UMAP lays out: a neighbour at distance d weighs {@code exp(−max(0, d − ρ_i)
 * / σ_i)}, where {@code ρ_i} is the distance to the nearest point that does not coincide and {@code
 * σ_i} makes the weights sum to {@code log₂ k}; both directions join as {@code a + b − ab}.
 */
final class FuzzyNeighborhoods {

  private static final int NEIGHBORS = 15;
  private static final int BISECTIONS = 64;

  /** Of the mean distance: the least σ, which keeps far outliers attached. */
  private static final double LEAST_SIGMA = 1e-3;

  private FuzzyNeighborhoods() {}

  static NeighborGraph of(float[][] points) {
    int count = Math.min(points.length - 1, NEIGHBORS);
    NearestNeighbors neighbors = NearestNeighbors.of(points, count);
    double[][] weights = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      double[] distances = new double[count];
      for (int rank = 0; rank < count; rank++) {
        distances[rank] = neighbors.distance(i, rank);
      }
      weights[i] = weights(distances);
    }
    return NeighborGraph.of(neighbors, weights, (a, b) -> a + b - a * b);
  }

  /** The weights of one point's neighbours, whose distances ascend. */
  static double[] weights(double[] distances) {
    double rho = 0;
    double mean = 0;
    for (int k = distances.length - 1; k >= 0; k--) {
      rho = distances[k] > 0 ? distances[k] : rho;
      mean += distances[k] / distances.length;
    }
    double target = StrictMath.log(distances.length) / StrictMath.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = Math.max(mean, Double.MIN_NORMAL);
    double[] weights = new double[distances.length];
    for (int step = 0; step < BISECTIONS; step++) {
      if (fill(weights, distances, rho, sigma) > target) {
        high = sigma;
        sigma = (low + high) / 2;
      } else {
        low = sigma;
        sigma = Double.isInfinite(high) ? sigma * 2 : (low + high) / 2;
      }
    }
    fill(weights, distances, rho, Math.max(sigma, LEAST_SIGMA * mean));
    return weights;
  }

  private static double fill(double[] weights, double[] distances, double rho, double sigma) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double beyond = distances[k] - rho;
      weights[k] = beyond <= 0 ? 1 : StrictMath.exp(-beyond / sigma);
      sum += weights[k];
    }
    return sum;
  }
}
