package io.civae.examples.embedding;

import io.civae.spi.SeededRandom;

/** The descent of t-SNE in the plane, with momentum and a gain for each coordinate. */
final class TsneLayout {

  private static final long STREAM = 2;
  private static final double PERPLEXITY = 30;
  private static final double THETA = 0.5;
  private static final int STEPS = 750;
  private static final int EARLY_STEPS = 250;
  private static final double EARLY_EXAGGERATION = 12;
  private static final double START_DEVIATION = 1e-4;

  private final int n;
  private final NeighborGraph affinities;
  private final double learningRate;
  private final Axis xs;
  private final Axis ys;

  private TsneLayout(NeighborGraph affinities, float[][] start) {
    n = start.length;
    this.affinities = affinities;
    // Grows with the number of points (Belkina et al., 2019), as forces shrink with it.
    learningRate = Math.max(200, n / EARLY_EXAGGERATION);
    xs = new Axis(start, 0);
    ys = new Axis(start, 1);
  }

  static float[][] of(float[][] points, long seed, EmbeddingProgress progress) {
    double perplexity = Math.min(PERPLEXITY, (points.length - 1) / 3.0);
    NeighborGraph affinities = Affinities.of(points, perplexity);
    TsneLayout layout = new TsneLayout(affinities, start(points, seed));
    for (int step = 1; step <= STEPS; step++) {
      boolean early = step <= EARLY_STEPS;
      layout.step(early ? EARLY_EXAGGERATION : 1, early ? 0.5 : 0.8);
      progress.finished(step, STEPS);
    }
    return layout.coordinates();
  }

  /** The principal components, tiny, with a jitter that parts points that are the same. */
  private static float[][] start(float[][] points, long seed) {
    float[][] start = PrincipalAxes.project(points, 2, seed);
    double square = 0;
    for (float[] row : start) {
      square += (double) row[0] * row[0];
    }
    double deviation = Math.sqrt(square / start.length);
    SeededRandom random = SeededRandom.of(seed, STREAM);
    for (float[] row : start) {
      for (int axis = 0; axis < 2; axis++) {
        double scaled = deviation > 0 ? row[axis] / deviation : 0;
        row[axis] = (float) (START_DEVIATION * (scaled + 0.01 * random.nextGaussian()));
      }
    }
    return start;
  }

  private void step(double exaggeration, double momentum) {
    QuadTree tree = new QuadTree(xs.values, ys.values);
    double[] repulsionX = new double[n];
    double[] repulsionY = new double[n];
    double[] force = new double[2];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += tree.repulsion(xs.values[i], ys.values[i], THETA, force);
      repulsionX[i] = force[0];
      repulsionY[i] = force[1];
    }
    for (int i = 0; i < n; i++) {
      xs.gradient[i] = -repulsionX[i] / sum;
      ys.gradient[i] = -repulsionY[i] / sum;
    }
    attract(exaggeration);
    xs.descend(learningRate, momentum);
    ys.descend(learningRate, momentum);
  }

  private void attract(double exaggeration) {
    for (int edge = 0; edge < affinities.edges(); edge++) {
      int i = affinities.head(edge);
      int j = affinities.tail(edge);
      double dx = xs.values[i] - xs.values[j];
      double dy = ys.values[i] - ys.values[j];
      double pull = exaggeration * affinities.weight(edge) / (1 + dx * dx + dy * dy);
      xs.gradient[i] += pull * dx;
      xs.gradient[j] -= pull * dx;
      ys.gradient[i] += pull * dy;
      ys.gradient[j] -= pull * dy;
    }
  }

  private float[][] coordinates() {
    float[][] coordinates = new float[n][];
    for (int i = 0; i < n; i++) {
      coordinates[i] = new float[] {(float) xs.values[i], (float) ys.values[i]};
    }
    return coordinates;
  }

  /** One coordinate of every point. */
  private static final class Axis {

    final double[] values;
    final double[] gradient;
    private final double[] velocities;
    private final double[] gains;

    Axis(float[][] start, int column) {
      values = new double[start.length];
      gradient = new double[start.length];
      velocities = new double[start.length];
      gains = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        values[i] = start[i][column];
        gains[i] = 1;
      }
    }

    /** A gain grows while the gradient keeps its direction (Jacobs, 1988). */
    void descend(double learningRate, double momentum) {
      double mean = 0;
      for (int i = 0; i < values.length; i++) {
        boolean keeps = (gradient[i] > 0) != (velocities[i] > 0);
        gains[i] = keeps ? gains[i] + 0.2 : Math.max(0.01, gains[i] * 0.8);
        velocities[i] = momentum * velocities[i] - learningRate * gains[i] * gradient[i];
        values[i] += velocities[i];
        mean += values[i] / values.length;
      }
      for (int i = 0; i < values.length; i++) {
        values[i] -= mean;
      }
    }
  }
}
