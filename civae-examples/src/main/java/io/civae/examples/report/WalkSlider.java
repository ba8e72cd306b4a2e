package io.civae.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks of one or more models between the same two observations, seen beside each other at the
 * point that a slider chooses. Not thread-safe.
 */
public final class WalkSlider {

  private final String label;
  private final List<Track> tracks = new ArrayList<>();

  record Track(String name, List<WalkPoint> points) {}

  private WalkSlider(String label) {
    this.label = label;
  }

  /**
   * A slider without walks yet.
   *
   * @param label what it moves along, for instance {@code Walk between two 3s}
   * @return the slider
   */
  public static WalkSlider labelled(String label) {
    return new WalkSlider(label);
  }

  /**
   * Adds a walk at the right of those before.
   *
   * @param name of the model
   * @param points along the walk, at least two, as many as the other walks have
   * @return this slider
   * @throws IllegalArgumentException if there are too few, or not as many
   */
  public WalkSlider walk(String name, List<WalkPoint> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "walk %s: points (%d) must be at least 2".formatted(name, points.size()));
    }
    if (!tracks.isEmpty() && points.size() != points()) {
      throw new IllegalArgumentException(
          "walk %s has %d points, others have %d".formatted(name, points.size(), points()));
    }
    tracks.add(new Track(name, List.copyOf(points)));
    return this;
  }

  String label() {
    return label;
  }

  List<Track> tracks() {
    return tracks;
  }

  int points() {
    return tracks.get(0).points().size();
  }
}
