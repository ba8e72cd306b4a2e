package io.civae.examples.embedding;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Undirected weighted edges between neighbours, each once. Immutable. */
final class NeighborGraph {

  private final int[] heads;
  private final int[] tails;
  private final double[] weights;

  private NeighborGraph(int[] heads, int[] tails, double[] weights) {
    this.heads = heads;
    this.tails = tails;
    this.weights = weights;
  }

  /**
   * Combines the two directions of each edge.
   *
   * @param weights of point i towards its r-th neighbour; a direction that is missing weighs 0
   * @param combine a symmetric function
   */
  static NeighborGraph of(
      NearestNeighbors neighbors, double[][] weights, DoubleBinaryOperator combine) {
    int capacity = neighbors.points() * neighbors.count();
    int[] heads = new int[capacity];
    int[] tails = new int[capacity];
    double[] combined = new double[capacity];
    int size = 0;
    for (int i = 0; i < neighbors.points(); i++) {
      for (int rank = 0; rank < neighbors.count(); rank++) {
        int j = neighbors.id(i, rank);
        int back = rankOf(neighbors, j, i);
        // The edge is made once: by its first point when both name each other.
        if (back < 0 || i < j) {
          heads[size] = i;
          tails[size] = j;
          combined[size] = combine.applyAsDouble(weights[i][rank], back < 0 ? 0 : weights[j][back]);
          size++;
        }
      }
    }
    return new NeighborGraph(
        Arrays.copyOf(heads, size), Arrays.copyOf(tails, size), Arrays.copyOf(combined, size));
  }

  private static int rankOf(NearestNeighbors neighbors, int point, int other) {
    for (int rank = 0; rank < neighbors.count(); rank++) {
      if (neighbors.id(point, rank) == other) {
        return rank;
      }
    }
    return -1;
  }

  int edges() {
    return heads.length;
  }

  int head(int edge) {
    return heads[edge];
  }

  int tail(int edge) {
    return tails[edge];
  }

  double weight(int edge) {
    return weights[edge];
  }

  double maxWeight() {
    return Arrays.stream(weights).max().orElse(0);
  }
}
