package io.civae.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of a whole number, safe from the rounding of products such as 0.1 × 70,000. */
final class Shares {

  /** What a sum or product of shares may be off by. */
  static final double TOLERANCE = 1e-9;

  private Shares() {}

  static int floor(int total, double fraction) {
    return (int) Math.floor(total * fraction + TOLERANCE);
  }

  static double remainder(int total, double fraction) {
    return total * fraction - floor(total, fraction);
  }

  /** Shares rounded to whole numbers that add up to the total. */
  static int[] largestRemainder(int total, double[] fractions) {
    int[] counts = new int[fractions.length];
    int left = total;
    for (int part = 0; part < counts.length; part++) {
      counts[part] = floor(total, fractions[part]);
      left -= counts[part];
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
    order.sort(Comparator.comparingDouble(part -> -remainder(total, fractions[part])));
    for (int k = 0; k < left; k++) {
      counts[order.get(k % order.size())]++;
    }
    return counts;
  }
}
