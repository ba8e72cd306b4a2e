package io.civae.examples.figure;

import java.util.List;
import java.util.Set;

/** Points in two or three dimensions, each of a class. Immutable and thread-safe. */
public final class LabelledPoints {

  private final float[][] points;
  private final List<String> labels;

  private LabelledPoints(float[][] points, List<String> labels) {
    this.points = points;
    this.labels = labels;
  }

  /**
   * Points and their classes.
   *
   * @param points {@code float[n][2]} or {@code float[n][3]}, at least one; copied
   * @param labels the class of each
   * @return the labelled points
   * @throws IllegalArgumentException if there are no points, not as many labels, coordinates that
   *     are not finite, or not two or three of them
   */
  public static LabelledPoints of(float[][] points, List<String> labels) {
    if (points.length == 0) {
      throw new IllegalArgumentException("points (0) must be at least 1");
    }
    if (labels.size() != points.length) {
      throw new IllegalArgumentException(
          "labels (%d) must be as many as points (%d)".formatted(labels.size(), points.length));
    }
    int dimensions = points[0].length;
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions (" + dimensions + ") must be 2 or 3");
    }
    float[][] copy = new float[points.length][];
    for (int i = 0; i < points.length; i++) {
      if (points[i].length != dimensions) {
        throw new IllegalArgumentException(
            "point %d has %d coordinates, point 0 has %d"
                .formatted(i, points[i].length, dimensions));
      }
      for (float coordinate : points[i]) {
        if (!Float.isFinite(coordinate)) {
          throw new IllegalArgumentException(
              "point %d has coordinate %s, which must be finite".formatted(i, coordinate));
        }
      }
      copy[i] = points[i].clone();
    }
    return new LabelledPoints(copy, List.copyOf(labels));
  }

  int size() {
    return points.length;
  }

  int dimensions() {
    return points[0].length;
  }

  float coordinate(int point, int dimension) {
    return points[point][dimension];
  }

  String label(int point) {
    return labels.get(point);
  }

  List<String> labels() {
    return labels;
  }

  void requireLabelsOf(List<String> classNames) {
    Set<String> known = Set.copyOf(classNames);
    for (String label : labels) {
      if (!known.contains(label)) {
        throw new IllegalArgumentException("label (" + label + ") must be one of " + classNames);
      }
    }
  }
}
