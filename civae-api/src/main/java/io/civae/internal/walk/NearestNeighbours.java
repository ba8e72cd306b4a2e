package io.civae.internal.walk;

import java.util.Arrays;

/** The rows nearest to a point, by comparing with all of them. */
public final class NearestNeighbours {

  private NearestNeighbours() {}

  /**
   * Finds neighbours.
   *
   * @param rows where to look
   * @param point of the same width
   * @param k how many
   * @param without a row to leave out, or −1
   * @return the k nearest rows, or all when there are fewer; nearest first, ties by row
   */
  public static int[] of(float[][] rows, float[] point, int k, int without) {
    int available = rows.length - (without < 0 ? 0 : 1);
    int[] nearest = new int[Math.min(k, available)];
    double[] distances = new double[nearest.length];
    int found = 0;
    for (int i = 0; i < rows.length && nearest.length > 0; i++) {
      if (i == without) {
        continue;
      }
      double distance = Vectors.squaredDistance(rows[i], point);
      if (found == nearest.length && !(distance < distances[found - 1])) {
        continue;
      }
      int at = found == nearest.length ? found - 1 : found++;
      while (at > 0 && distance < distances[at - 1]) {
        nearest[at] = nearest[at - 1];
        distances[at] = distances[at - 1];
        at--;
      }
      nearest[at] = i;
      distances[at] = distance;
    }
    return Arrays.copyOf(nearest, found);
  }
}
