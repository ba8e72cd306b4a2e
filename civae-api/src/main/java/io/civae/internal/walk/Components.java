package io.civae.internal.walk;

/** Which nodes of a graph hang together (union–find with path halving). Not thread-safe. */
final class Components {

  private final int[] parent;
  private int count;

  Components(int nodes) {
    parent = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      parent[i] = i;
    }
    count = nodes;
  }

  int of(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int a, int b) {
    int rootA = of(a);
    int rootB = of(b);
    if (rootA != rootB) {
      parent[rootB] = rootA;
      count--;
    }
  }

  int count() {
    return count;
  }
}
