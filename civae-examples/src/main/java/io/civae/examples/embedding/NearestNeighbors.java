package io.civae.examples.embedding;

/** The nearest other points of each point, found by comparing all pairs. Not thread-safe. */
final class NearestNeighbors {

  private final int[][] ids;
  private final float[][] distances;

  private NearestNeighbors(int[][] ids, float[][] distances) {
    this.ids = ids;
    this.distances = distances;
  }

  /** The {@code count} nearest, near ones first; of equally near ones those found first. */
  static NearestNeighbors of(float[][] points, int count) {
    int n = points.length;
    int[][] ids = new int[n][count];
    float[][] squares = new float[n][count];
    int[] found = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        float square = squaredDistance(points[i], points[j]);
        found[i] = insert(ids[i], squares[i], found[i], j, square);
        found[j] = insert(ids[j], squares[j], found[j], i, square);
      }
    }
    for (float[] row : squares) {
      for (int k = 0; k < count; k++) {
        row[k] = (float) Math.sqrt(row[k]);
      }
    }
    return new NearestNeighbors(ids, squares);
  }

  /** Keeps a row sorted; returns how many it has now. */
  private static int insert(int[] ids, float[] squares, int found, int id, float square) {
    if (found == ids.length && !(square < squares[found - 1])) {
      return found;
    }
    int at = found == ids.length ? found - 1 : found;
    for (; at > 0 && squares[at - 1] > square; at--) {
      squares[at] = squares[at - 1];
      ids[at] = ids[at - 1];
    }
    squares[at] = square;
    ids[at] = id;
    return Math.min(ids.length, found + 1);
  }

  /** In four sums, which a processor adds at the same time. */
  private static float squaredDistance(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int j = 0;
    for (; j + 3 < a.length; j += 4) {
      float d0 = a[j] - b[j];
      float d1 = a[j + 1] - b[j + 1];
      float d2 = a[j + 2] - b[j + 2];
      float d3 = a[j + 3] - b[j + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; j < a.length; j++) {
      s0 += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return s0 + s1 + (s2 + s3);
  }

  int points() {
    return ids.length;
  }

  int count() {
    return ids[0].length;
  }

  int id(int point, int rank) {
    return ids[point][rank];
  }

  /** Euclidean. */
  float distance(int point, int rank) {
    return distances[point][rank];
  }
}
