package io.civae.examples.embedding;

/** Checks on points given as rows. */
final class PointRows {

  private PointRows() {}

  static void check(float[][] points, int atLeast) {
    if (points.length < atLeast) {
      throw new IllegalArgumentException(
          "points (" + points.length + ") must be at least " + atLeast);
    }
    int dimensions = points[0].length;
    if (dimensions == 0) {
      throw new IllegalArgumentException("point 0 has no coordinates");
    }
    for (int i = 0; i < points.length; i++) {
      if (points[i].length != dimensions) {
        throw new IllegalArgumentException(
            "point %d has %d coordinates, point 0 has %d"
                .formatted(i, points[i].length, dimensions));
      }
      for (int j = 0; j < dimensions; j++) {
        if (!Float.isFinite(points[i][j])) {
          throw new IllegalArgumentException(
              "point %d, coordinate %d (%s) must be finite".formatted(i, j, points[i][j]));
        }
      }
    }
  }
}
