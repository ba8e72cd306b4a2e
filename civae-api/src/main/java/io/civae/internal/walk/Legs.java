package io.civae.internal.walk;

import io.civae.Traversal;
import io.civae.walk.PathShape;
import io.civae.walk.Spacing;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Deals the points of a walk out to the legs between its stops. */
final class Legs {

  /** Fine enough to measure the smooth curves of a traversal. */
  private static final int MEASURED_POINTS = 65;

  private final Traversal traversal;
  private final float[][] stops;

  Legs(Traversal traversal, float[][] stops) {
    this.traversal = traversal;
    this.stops = stops;
  }

  /** The points of all legs; a stop between two legs stands once. */
  float[][] latents(Spacing spacing) {
    if (spacing.points().orElse(0) == 1) {
      return leg(0, 1);
    }
    int[] steps = steps(spacing);
    float[][] latents = new float[Math.addExact(Arrays.stream(steps).sum(), 1)][];
    int next = 0;
    for (int leg = 0; leg < steps.length; leg++) {
      float[][] points = leg(leg, steps[leg] + 1);
      System.arraycopy(points, 0, latents, next, points.length);
      next += steps[leg];
    }
    return latents;
  }

  private float[][] leg(int leg, int points) {
    float[][] given = traversal.latents(stops[leg].clone(), stops[leg + 1].clone(), points);
    if (given.length != points) {
      throw new IllegalStateException(
          traversal + " gave " + given.length + " points where " + points + " were asked for");
    }
    // A traversal of someone else may keep the arrays it gave.
    return Arrays.stream(given).map(float[]::clone).toArray(float[][]::new);
  }

  private int[] steps(Spacing spacing) {
    int legs = stops.length - 1;
    if (spacing.points().isEmpty()) {
      return counted(spacing.step().getAsDouble());
    }
    int points = spacing.points().getAsInt();
    if (points <= legs) {
      throw new IllegalArgumentException(
          "points (" + points + ") must be at least the number of stops (" + stops.length + ")");
    }
    return legs == 1 ? new int[] {points - 1} : dealt(points - 1);
  }

  private int[] counted(double step) {
    double[] counts =
        Arrays.stream(lengths()).map(length -> Math.max(1, Math.ceil(length / step))).toArray();
    double points = Arrays.stream(counts).sum() + 1;
    if (!(points <= Spacing.MOST_POINTS)) {
      throw new IllegalArgumentException(
          "step ("
              + step
              + ") would give "
              + points
              + " points; a walk has at most "
              + Spacing.MOST_POINTS);
    }
    return Arrays.stream(counts).mapToInt(count -> (int) count).toArray();
  }

  /** Largest remainder, after one step for each leg; ties go to the earlier leg. */
  private int[] dealt(int total) {
    double[] lengths = lengths();
    int free = total - lengths.length;
    double sum = Arrays.stream(lengths).sum();
    int[] steps = new int[lengths.length];
    double[] remainders = new double[lengths.length];
    int left = free;
    for (int leg = 0; leg < steps.length; leg++) {
      double share = sum > 0 ? free * (lengths[leg] / sum) : (double) free / steps.length;
      int whole = (int) Math.floor(share);
      steps[leg] = 1 + whole;
      remainders[leg] = share - whole;
      left -= whole;
    }
    int[] order =
        IntStream.range(0, steps.length)
            .boxed()
            .sorted((a, b) -> Double.compare(remainders[b], remainders[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left; i++) {
      steps[order[i % order.length]]++;
    }
    return steps;
  }

  private double[] lengths() {
    double[] lengths = new double[stops.length - 1];
    for (int leg = 0; leg < lengths.length; leg++) {
      int points = traversal.isStraight() ? 2 : MEASURED_POINTS;
      lengths[leg] = PathShape.of(leg(leg, points)).length();
    }
    return lengths;
  }
}
