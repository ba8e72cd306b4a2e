package io.civae.examples.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Points projected onto the plane of a picture. Three dimensions are seen from a corner above, in
 * parallel lines; each point then has a depth from 0, far, to 1, near.
 */
final class Cloud {

  private static final double TURN = Math.toRadians(35);
  private static final double TILT = Math.toRadians(25);

  private final double[] xs;
  private final double[] ys;
  private final double[] depths;

  private Cloud(double[] xs, double[] ys, double[] depths) {
    this.xs = xs;
    this.ys = ys;
    this.depths = depths;
  }

  static Cloud of(LabelledPoints points) {
    int n = points.size();
    double[] xs = new double[n];
    double[] ys = new double[n];
    double[] depths = new double[n];
    for (int i = 0; i < n; i++) {
      double a = points.coordinate(i, 0);
      double b = points.coordinate(i, 1);
      if (points.dimensions() == 2) {
        xs[i] = a;
        ys[i] = b;
        depths[i] = 1;
      } else {
        double c = points.coordinate(i, 2);
        double back = a * Math.sin(TURN) + b * Math.cos(TURN);
        xs[i] = a * Math.cos(TURN) - b * Math.sin(TURN);
        ys[i] = c * Math.cos(TILT) + back * Math.sin(TILT);
        depths[i] = c * Math.sin(TILT) - back * Math.cos(TILT);
      }
    }
    if (points.dimensions() == 3) {
      toUnitInterval(depths);
    }
    return new Cloud(xs, ys, depths);
  }

  private static void toUnitInterval(double[] values) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = high > low ? (values[i] - low) / (high - low) : 1;
    }
  }

  double x(int point) {
    return xs[point];
  }

  double y(int point) {
    return ys[point];
  }

  double depth(int point) {
    return depths[point];
  }

  /** Far points first, so that near ones cover them; in the plane as they were given. */
  int[] drawingOrder() {
    return IntStream.range(0, xs.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> depths[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  double minX() {
    return Arrays.stream(xs).min().orElseThrow();
  }

  double maxX() {
    return Arrays.stream(xs).max().orElseThrow();
  }

  double minY() {
    return Arrays.stream(ys).min().orElseThrow();
  }

  double maxY() {
    return Arrays.stream(ys).max().orElseThrow();
  }
}
