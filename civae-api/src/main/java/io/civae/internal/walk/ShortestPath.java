package io.civae.internal.walk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** The shortest way through a graph from one set of nodes to another (Dijkstra, 1959). */
final class ShortestPath {

  private record Reached(int node, double distance) {}

  private final NeighbourGraph graph;
  private final double[][] weights;

  ShortestPath(NeighbourGraph graph, double[][] weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /**
   * The best way, with its cost.
   *
   * @param nodes at least one, from a start to a goal
   * @param length with the costs of entering and leaving
   */
  record Way(List<Integer> nodes, double length) {}

  /** Starts at one of {@code starts} for its cost and ends at one of {@code goals} for its cost. */
  Way between(int[] starts, double[] startCosts, int[] goals, double[] goalCosts) {
    double[] distance = new double[graph.size()];
    int[] before = new int[graph.size()];
    boolean[] done = new boolean[graph.size()];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::node));
    for (int s = 0; s < starts.length; s++) {
      distance[starts[s]] = startCosts[s];
      queue.add(new Reached(starts[s], startCosts[s]));
    }
    while (!queue.isEmpty()) {
      int node = queue.remove().node();
      if (done[node]) {
        continue;
      }
      done[node] = true;
      int[] neighbours = graph.neighbours(node);
      for (int e = 0; e < neighbours.length; e++) {
        double through = distance[node] + weights[node][e];
        if (through < distance[neighbours[e]]) {
          distance[neighbours[e]] = through;
          before[neighbours[e]] = node;
          queue.add(new Reached(neighbours[e], through));
        }
      }
    }
    return way(distance, before, goals, goalCosts);
  }

  private static Way way(double[] distance, int[] before, int[] goals, double[] goalCosts) {
    int best = 0;
    for (int g = 1; g < goals.length; g++) {
      if (distance[goals[g]] + goalCosts[g] < distance[goals[best]] + goalCosts[best]) {
        best = g;
      }
    }
    Deque<Integer> nodes = new ArrayDeque<>();
    for (int node = goals[best]; node >= 0; node = before[node]) {
      nodes.addFirst(node);
    }
    return new Way(List.copyOf(nodes), distance[goals[best]] + goalCosts[best]);
  }
}
