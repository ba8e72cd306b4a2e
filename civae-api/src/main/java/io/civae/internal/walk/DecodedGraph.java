package io.civae.internal.walk;

import io.civae.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A neighbour graph whose edges weigh as much as they are long when decoded. Immutable. */
final class DecodedGraph {

  private final float[][] nodes;
  private final NeighbourGraph graph;
  private final double[][] weights;
  private final EdgeLengths lengths;

  private DecodedGraph(
      float[][] nodes, NeighbourGraph graph, double[][] weights, EdgeLengths lengths) {
    this.nodes = nodes;
    this.graph = graph;
    this.weights = weights;
    this.lengths = lengths;
  }

  static DecodedGraph of(Decoder decoder, float[][] nodes, String name) {
    NeighbourGraph graph = NeighbourGraph.of(nodes, name);
    EdgeLengths lengths = new EdgeLengths(decoder);
    List<float[][]> edges = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      for (int j : graph.neighbours(i)) {
        if (j > i) {
          edges.add(new float[][] {nodes[i], nodes[j]});
        }
      }
    }
    double[] measured = lengths.of(edges);
    double[][] weights = new double[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      weights[i] = new double[graph.neighbours(i).length];
    }
    int next = 0;
    for (int i = 0; i < nodes.length; i++) {
      int[] neighbours = graph.neighbours(i);
      for (int e = 0; e < neighbours.length; e++) {
        int j = neighbours[e];
        if (j > i) {
          weights[i][e] = measured[next];
          weights[j][Arrays.binarySearch(graph.neighbours(j), i)] = measured[next];
          next++;
        }
      }
    }
    return new DecodedGraph(nodes, graph, weights, lengths);
  }

  /** The corners of the shortest way, ends included. */
  float[][] corners(float[] from, float[] to) {
    int[] starts = NearestNeighbours.of(nodes, from, NeighbourGraph.NEIGHBOURS, -1);
    int[] goals = NearestNeighbours.of(nodes, to, NeighbourGraph.NEIGHBOURS, -1);
    List<float[][]> edges = new ArrayList<>();
    for (int node : starts) {
      edges.add(new float[][] {from, nodes[node]});
    }
    for (int node : goals) {
      edges.add(new float[][] {nodes[node], to});
    }
    edges.add(new float[][] {from, to});
    double[] measured = lengths.of(edges);
    double[] toStart = Arrays.copyOf(measured, starts.length);
    double[] toGoal = Arrays.copyOfRange(measured, starts.length, measured.length - 1);
    ShortestPath.Way way = new ShortestPath(graph, weights).between(starts, toStart, goals, toGoal);
    List<float[]> corners = new ArrayList<>();
    corners.add(from);
    if (!areNeighbours(from, starts, to, goals) || way.length() < measured[measured.length - 1]) {
      for (int node : way.nodes()) {
        corners.add(nodes[node]);
      }
    }
    corners.add(to);
    return corners.toArray(float[][]::new);
  }

  /** Whether the ends would be joined were they nodes: then the way may go straight. */
  private boolean areNeighbours(float[] from, int[] starts, float[] to, int[] goals) {
    double apart = Vectors.squaredDistance(from, to);
    return apart <= Vectors.squaredDistance(from, nodes[starts[starts.length - 1]])
        || apart <= Vectors.squaredDistance(to, nodes[goals[goals.length - 1]]);
  }
}
