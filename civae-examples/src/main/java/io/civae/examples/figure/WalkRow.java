package io.civae.examples.figure;

import java.util.List;

/** One model's walk between two observations, decoded, and a judge's verdict on each point. */
public final class WalkRow {

  private final String modelName;
  private final List<float[]> points;
  private final List<String> verdicts;
  private final String note;

  private WalkRow(String modelName, List<float[]> points, List<String> verdicts, String note) {
    this.modelName = modelName;
    this.points = points;
    this.verdicts = verdicts;
    this.note = note;
  }

  /**
   * A walk.
   *
   * @param modelName whose it is
   * @param points square observations along the walk, both ends included; not copied
   * @param verdicts the class that the judge sees at each point; empty when there is no judge
   * @return the walk, without a note
   * @throws IllegalArgumentException if there are verdicts but not as many as points
   */
  public static WalkRow of(String modelName, List<float[]> points, List<String> verdicts) {
    if (!verdicts.isEmpty() && verdicts.size() != points.size()) {
      throw new IllegalArgumentException(
          "verdicts (%d) must be as many as points (%d)".formatted(verdicts.size(), points.size()));
    }
    return new WalkRow(modelName, List.copyOf(points), List.copyOf(verdicts), "");
  }

  /**
   * The same walk with a note at its right.
   *
   * @param text for instance that this walk fails worst; may be empty
   * @return the walk with the note
   */
  public WalkRow withNote(String text) {
    return new WalkRow(modelName, points, verdicts, text);
  }

  String modelName() {
    return modelName;
  }

  List<float[]> points() {
    return points;
  }

  List<String> verdicts() {
    return verdicts;
  }

  String note() {
    return note;
  }
}
