package io.civae.internal.walk;

import io.civae.Decoder;
import java.util.List;

/** Decoded lengths of straight edges, many at once. */
final class EdgeLengths {

  /** Pieces an edge is measured on. */
  static final int PIECES = 3;

  /** So many edges are decoded together: bounded memory, and large enough for an engine. */
  private static final int BATCH = 1_024;

  private final Decoder decoder;

  EdgeLengths(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Measures edges between latents.
   *
   * @param edges pairs of latents
   * @return one length each
   */
  double[] of(List<float[][]> edges) {
    double[] lengths = new double[edges.size()];
    for (int first = 0; first < lengths.length; first += BATCH) {
      int count = Math.min(BATCH, lengths.length - first);
      float[][] points = new float[count * (PIECES + 1)][];
      for (int e = 0; e < count; e++) {
        float[][] edge = edges.get(first + e);
        float[][] line = LinearTraversal.INSTANCE.latents(edge[0], edge[1], PIECES + 1);
        System.arraycopy(line, 0, points, e * (PIECES + 1), PIECES + 1);
      }
      float[][] decoded = decoder.decode(points);
      for (int e = 0; e < count; e++) {
        int at = e * (PIECES + 1);
        for (int i = 0; i < PIECES; i++) {
          lengths[first + e] += Vectors.distance(decoded[at + i], decoded[at + i + 1]);
        }
      }
    }
    return lengths;
  }
}
