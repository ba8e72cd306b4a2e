package io.civae.walk;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How densely a walk is sampled: by a number of points or by the length of a step. Immutable. */
public final class Spacing {

  /** The most points that a step may ask for. */
  public static final int MOST_POINTS = 1_000_000;

  private final OptionalInt points;
  private final OptionalDouble step;

  private Spacing(OptionalInt points, OptionalDouble step) {
    this.points = points;
    this.step = step;
  }

  /**
   * A number of points, both ends included.
   *
   * @param points at least 1, which is the first point alone; a walk through several stops needs at
   *     least as many points as stops
   * @return the spacing
   * @throws IllegalArgumentException if the number is out of range
   */
  public static Spacing points(int points) {
    if (points < 1) {
      throw new IllegalArgumentException("points (" + points + ") must be at least 1");
    }
    return new Spacing(OptionalInt.of(points), OptionalDouble.empty());
  }

  /**
   * A length of step in the latent space: a leg of length L gets {@code ⌈L / step⌉} steps, at least
   * one. On a straight leg all steps are equal and none is longer; on a curved one their mean is
   * not.
   *
   * @param step finite and above 0; walks of more than {@value #MOST_POINTS} points are refused
   * @return the spacing
   * @throws IllegalArgumentException if the step is out of range
   */
  public static Spacing step(double step) {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step (" + step + ") must be finite and above 0");
    }
    return new Spacing(OptionalInt.empty(), OptionalDouble.of(step));
  }

  /**
   * The number of points.
   *
   * @return empty when a step was given
   */
  public OptionalInt points() {
    return points;
  }

  /**
   * The length of a step.
   *
   * @return empty when a number of points was given
   */
  public OptionalDouble step() {
    return step;
  }

  @Override
  public String toString() {
    return points.isPresent() ? points.getAsInt() + " points" : "step " + step.getAsDouble();
  }
}
