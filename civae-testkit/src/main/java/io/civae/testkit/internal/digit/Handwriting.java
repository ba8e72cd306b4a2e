package io.civae.testkit.internal.digit;

import java.util.ArrayList;
import java.util.List;

/** The strokes of one digit as chains of points x, y, x, y, … on the paper, in pixels. */
final class Handwriting {

  /** Pixels left free at the rim of the paper, beside half the pen. */
  private static final double MARGIN = 1.2;

  private final List<double[]> chains = new ArrayList<>();
  private final List<Double> pressures = new ArrayList<>();

  /** Adds a stroke whose width changes by this share from its start to its end. */
  void add(double[] chain, double pressure) {
    chains.add(chain);
    pressures.add(pressure);
  }

  /** Moves the strokes onto the paper where they leave it, and shrinks those too long for it. */
  void keepOnPaper(double halfPen) {
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] chain : chains) {
        for (int i = axis; i < chain.length; i += 2) {
          low = Math.min(low, chain[i]);
          high = Math.max(high, chain[i]);
        }
      }
      double first = halfPen + MARGIN;
      double last = InkedImage.SIDE - 1 - first;
      double scale = Math.min(1, (last - first) / (high - low));
      double start = Math.max(first, Math.min(last - scale * (high - low), low));
      for (double[] chain : chains) {
        for (int i = axis; i < chain.length; i += 2) {
          chain[i] = start + scale * (chain[i] - low);
        }
      }
    }
  }

  void draw(InkedImage image, double halfPen) {
    for (int stroke = 0; stroke < chains.size(); stroke++) {
      double[] chain = chains.get(stroke);
      int pieces = chain.length / 2 - 1;
      for (int p = 0; p < pieces; p++) {
        double share = (p + 0.5) / pieces - 0.5;
        image.line(
            chain[2 * p],
            chain[2 * p + 1],
            chain[2 * p + 2],
            chain[2 * p + 3],
            halfPen * (1 + pressures.get(stroke) * share));
      }
    }
  }
}
