package io.civae.examples.embedding;

import io.civae.spi.SeededRandom;

/**
 * The stochastic descent of UMAP: edges attract in proportion to their weight, and each time push
 * points drawn at random away. Nearness in the layout is {@code 1 / (1 + a d^(2b))}.
 */
final class UmapLayout {

  private static final long STREAM = 3;
  private static final long START_STREAM = 4;

  /** Least-squares fit of the curve to a minimal distance of 0.1 and a spread of 1. */
  static final double A = 1.5769434602;

  static final double B = 0.8950608780;

  private static final int EPOCHS = 500;
  private static final int NEGATIVES = 5;
  private static final double START_SPAN = 10;
  private static final double MAX_MOVE = 4;

  private final float[][] layout;
  private final SeededRandom random;

  private UmapLayout(float[][] layout, long seed) {
    this.layout = layout;
    random = SeededRandom.of(seed, STREAM);
  }

  static float[][] of(float[][] points, int dimensions, long seed, EmbeddingProgress progress) {
    NeighborGraph graph = FuzzyNeighborhoods.of(points);
    UmapLayout umap = new UmapLayout(start(points, dimensions, seed), seed);
    double strongest = graph.maxWeight();
    double[] due = new double[graph.edges()];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double rate = 1 - epoch / (double) EPOCHS;
      for (int edge = 0; edge < due.length; edge++) {
        due[edge] += graph.weight(edge) / strongest;
        if (due[edge] >= 1) {
          due[edge] -= 1;
          umap.sample(graph.head(edge), graph.tail(edge), rate);
          umap.sample(graph.tail(edge), graph.head(edge), rate);
        }
      }
      progress.finished(epoch + 1, EPOCHS);
    }
    return umap.layout;
  }

  /**
   * The principal components in a box of ±10, with a jitter that parts points that are the same.
   */
  private static float[][] start(float[][] points, int dimensions, long seed) {
    float[][] start = PrincipalAxes.project(points, dimensions, seed);
    float largest = 0;
    for (float[] row : start) {
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    SeededRandom jitter = SeededRandom.of(seed, START_STREAM);
    for (float[] row : start) {
      for (int axis = 0; axis < dimensions; axis++) {
        double scaled = largest > 0 ? START_SPAN * row[axis] / largest : 0;
        row[axis] = (float) (scaled + 1e-3 * jitter.nextGaussian());
      }
    }
    return start;
  }

  private void sample(int i, int j, double rate) {
    double square = squaredDistance(i, j);
    if (square > 0) {
      double power = StrictMath.pow(square, B);
      double pull = 2 * A * B * power / (square * (1 + A * power));
      for (int axis = 0; axis < layout[i].length; axis++) {
        float move = (float) (rate * clip(pull * (layout[j][axis] - layout[i][axis])));
        layout[i][axis] += move;
        layout[j][axis] -= move;
      }
    }
    for (int k = 0; k < NEGATIVES; k++) {
      repel(i, random.nextInt(layout.length), rate);
    }
  }

  private void repel(int i, int other, double rate) {
    double square = squaredDistance(i, other);
    if (square > 0) {
      double push = 2 * B / ((0.001 + square) * (1 + A * StrictMath.pow(square, B)));
      for (int axis = 0; axis < layout[i].length; axis++) {
        layout[i][axis] += (float) (rate * clip(push * (layout[i][axis] - layout[other][axis])));
      }
    }
  }

  private static double clip(double move) {
    return Math.max(-MAX_MOVE, Math.min(MAX_MOVE, move));
  }

  private double squaredDistance(int i, int j) {
    double square = 0;
    for (int axis = 0; axis < layout[i].length; axis++) {
      double difference = (double) layout[i][axis] - layout[j][axis];
      square += difference * difference;
    }
    return square;
  }
}
