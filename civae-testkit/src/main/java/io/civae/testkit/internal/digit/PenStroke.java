package io.civae.testkit.internal.digit;

import io.civae.spi.SeededRandom;

/**
 * The way of a pen between setting down and lifting: points it passes, joined by a Catmull–Rom
 * spline or by straight lines. Coordinates are in glyph boxes: x from 0 (left) to 1, y from 0 (top)
 * to 1. Immutable.
 */
final class PenStroke {

  /**
   * Straight pieces for each piece of a curve: at 20 pixels a glyph, shorter than a pixel or two.
   */
  private static final int PIECES = 6;

  private final double[] x;
  private final double[] y;
  private final boolean curved;

  private PenStroke(double[] x, double[] y, boolean curved) {
    this.x = x;
    this.y = y;
    this.curved = curved;
  }

  /** A smooth stroke through points given as x, y, x, y, …; a point given twice is a corner. */
  static PenStroke curve(double... coordinates) {
    return of(coordinates, true);
  }

  /** Straight lines through points given as x, y, x, y, …. */
  static PenStroke lines(double... coordinates) {
    return of(coordinates, false);
  }

  private static PenStroke of(double[] coordinates, boolean curved) {
    double[] x = new double[coordinates.length / 2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = coordinates[2 * i];
      y[i] = coordinates[2 * i + 1];
    }
    return new PenStroke(x, y, curved);
  }

  /** The same stroke by an unsteady hand; the two points of a corner move together. */
  PenStroke jittered(SeededRandom random, double deviation) {
    double[] jitteredX = x.clone();
    double[] jitteredY = y.clone();
    for (int i = 0; i < x.length; i++) {
      if (i > 0 && x[i] == x[i - 1] && y[i] == y[i - 1]) {
        jitteredX[i] = jitteredX[i - 1];
        jitteredY[i] = jitteredY[i - 1];
      } else {
        jitteredX[i] += deviation * random.nextGaussian();
        jitteredY[i] += deviation * random.nextGaussian();
      }
    }
    return new PenStroke(jitteredX, jitteredY, curved);
  }

  /** The stroke as a chain of points x, y, x, y, … joined by straight lines. */
  double[] flattened() {
    if (!curved) {
      double[] chain = new double[2 * x.length];
      for (int i = 0; i < x.length; i++) {
        chain[2 * i] = x[i];
        chain[2 * i + 1] = y[i];
      }
      return chain;
    }
    int segments = x.length - 1;
    double[] chain = new double[2 * (segments * PIECES + 1)];
    for (int s = 0; s < segments; s++) {
      for (int piece = 0; piece < PIECES; piece++) {
        put(chain, s * PIECES + piece, s, (double) piece / PIECES);
      }
    }
    put(chain, segments * PIECES, segments - 1, 1);
    return chain;
  }

  private void put(double[] chain, int index, int segment, double t) {
    chain[2 * index] = spline(x, segment, t);
    chain[2 * index + 1] = spline(y, segment, t);
  }

  /** The uniform Catmull–Rom spline (Catmull and Rom, 1974) with repeated ends. */
  private static double spline(double[] p, int segment, double t) {
    double p0 = p[Math.max(0, segment - 1)];
    double p1 = p[segment];
    double p2 = p[segment + 1];
    double p3 = p[Math.min(p.length - 1, segment + 2)];
    return p1
        + t
            * ((p2 - p0) / 2
                + t * (p0 - 2.5 * p1 + 2 * p2 - p3 / 2 + t * (1.5 * (p1 - p2) + (p3 - p0) / 2)));
  }
}
