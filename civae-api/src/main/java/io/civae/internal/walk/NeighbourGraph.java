package io.civae.internal.walk;

import io.civae.walk.Walks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connected graph over latents: each is joined to its nearest, both ways. Immutable. */
final class NeighbourGraph {

  /** How many nearest each node is joined to, if that holds the graph together. */
  static final int NEIGHBOURS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);

  /** More neighbours mean more edges to decode, so growth ends here. */
  private static final int MOST_NEIGHBOURS = 40;

  private final int[][] neighbours;

  private NeighbourGraph(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  /** Builds the graph; {@code name} speaks in warnings. */
  static NeighbourGraph of(float[][] nodes, String name) {
    int[][] nearest =
        IntStream.range(0, nodes.length)
            .parallel()
            .mapToObj(i -> NearestNeighbours.of(nodes, nodes[i], MOST_NEIGHBOURS, i))
            .toArray(int[][]::new);
    int k = NEIGHBOURS;
    Components components = components(nearest, k);
    while (components.count() > 1 && k < MOST_NEIGHBOURS) {
      k *= 2;
      components = components(nearest, k);
    }
    List<int[]> bridges = bridges(nodes, components);
    if (k > NEIGHBOURS) {
      LOG.warn(
          "class \"{}\": the graph of the {} nearest of {} observations falls apart; joined by {}"
              + " neighbours and {}",
          name,
          NEIGHBOURS,
          nodes.length,
          k,
          bridges.size() == 1 ? "1 bridge" : bridges.size() + " bridges");
    }
    return new NeighbourGraph(symmetric(nearest, k, bridges));
  }

  int[] neighbours(int node) {
    return neighbours[node];
  }

  int size() {
    return neighbours.length;
  }

  private static Components components(int[][] nearest, int k) {
    Components components = new Components(nearest.length);
    for (int i = 0; i < nearest.length; i++) {
      for (int rank = 0; rank < Math.min(k, nearest[i].length); rank++) {
        components.join(i, nearest[i][rank]);
      }
    }
    return components;
  }

  /** Joins what is still apart, each time by the shortest edge between two parts. */
  private static List<int[]> bridges(float[][] nodes, Components components) {
    List<int[]> bridges = new ArrayList<>();
    while (components.count() > 1) {
      int[] bridge = shortestBridge(nodes, components);
      components.join(bridge[0], bridge[1]);
      bridges.add(bridge);
    }
    return bridges;
  }

  private static int[] shortestBridge(float[][] nodes, Components components) {
    int from = -1;
    int to = -1;
    double shortest = 0;
    for (int i = 0; i < nodes.length; i++) {
      for (int j = 0; j < i; j++) {
        if (components.of(i) != components.of(j)) {
          double distance = Vectors.squaredDistance(nodes[i], nodes[j]);
          if (from < 0 || distance < shortest) {
            shortest = distance;
            from = i;
            to = j;
          }
        }
      }
    }
    return new int[] {from, to};
  }

  private static int[][] symmetric(int[][] nearest, int k, List<int[]> bridges) {
    List<TreeSet<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < nearest.length; i++) {
      sets.add(new TreeSet<>());
    }
    for (int i = 0; i < nearest.length; i++) {
      for (int rank = 0; rank < Math.min(k, nearest[i].length); rank++) {
        sets.get(i).add(nearest[i][rank]);
        sets.get(nearest[i][rank]).add(i);
      }
    }
    for (int[] bridge : bridges) {
      sets.get(bridge[0]).add(bridge[1]);
      sets.get(bridge[1]).add(bridge[0]);
    }
    return sets.stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
