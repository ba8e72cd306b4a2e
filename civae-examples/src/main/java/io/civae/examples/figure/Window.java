package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import java.util.List;

/** The square of the plane that a scatter plot shows. */
record Window(double middleX, double middleY, double extent) {

  /** Between the points and the frame, so that no marker lies across it. */
  private static final int ROOM = 16;

  /** The smallest window with all points. */
  static Window around(List<Cloud> clouds) {
    double left = clouds.stream().mapToDouble(Cloud::minX).min().orElseThrow();
    double right = clouds.stream().mapToDouble(Cloud::maxX).max().orElseThrow();
    double bottom = clouds.stream().mapToDouble(Cloud::minY).min().orElseThrow();
    double top = clouds.stream().mapToDouble(Cloud::maxY).max().orElseThrow();
    double extent = Math.max(Math.max(right - left, top - bottom), 1e-9);
    return new Window((left + right) / 2, (bottom + top) / 2, extent);
  }

  Plot plot(Canvas canvas, int left, int top, int side) {
    double half = extent / 2 * side / (side - 2.0 * ROOM);
    return new Plot(
        canvas,
        left,
        top,
        side,
        side,
        new Span(middleX - half, middleX + half, false),
        new Span(middleY - half, middleY + half, false));
  }
}
