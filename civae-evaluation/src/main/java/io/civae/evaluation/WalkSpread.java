package io.civae.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the values of walks say of their mean. The walks of each class are a sample of its pairs;
 * how many there are of each class is no matter of chance.
 *
 * @param mean over walks
 * @param squaredError of the mean; NaN where a class has too few ends
 * @param degrees of freedom of the squared error
 * @param apart a number of walks that surely share nothing
 */
record WalkSpread(double mean, double squaredError, int degrees, int apart) {

  /** With three observations every two walks have one in common: their residuals cancel out. */
  private static final int FEWEST_ENDS = 4;

  /** Two ends, the lower number first, whichever way the walk goes. */
  private record Ends(int low, int high) {}

  static WalkSpread of(List<ClassWalk> walks, double[] values) {
    Map<String, List<Integer>> byClass = new LinkedHashMap<>();
    for (int w = 0; w < values.length; w++) {
      byClass.computeIfAbsent(walks.get(w).className(), name -> new ArrayList<>()).add(w);
    }
    double squares = 0;
    int degrees = 0;
    int apart = 0;
    for (List<Integer> own : byClass.values()) {
      double mean = own.stream().mapToDouble(w -> values[w]).average().orElseThrow();
      Map<Integer, Double> byEnd = new HashMap<>();
      Map<Ends, Double> byPair = new HashMap<>();
      for (int w : own) {
        Ends ends = ends(walks.get(w), w);
        byEnd.merge(ends.low(), values[w] - mean, Double::sum);
        byEnd.merge(ends.high(), values[w] - mean, Double::sum);
        byPair.merge(ends, values[w] - mean, Double::sum);
      }
      squares += squares(byEnd, byPair);
      degrees += Math.min(own.size(), byEnd.size()) - 1;
      apart += Math.min(own.size(), byEnd.size() / 2);
    }
    return new WalkSpread(
        Arrays.stream(values).sum() / values.length,
        squares / ((double) values.length * values.length),
        degrees,
        apart);
  }

  /** A walk of unknown ends has two of its own, below every index. */
  private static Ends ends(ClassWalk walk, int w) {
    return walk.pair()
        .map(p -> new Ends(Math.min(p.from(), p.to()), Math.max(p.from(), p.to())))
        .orElseGet(() -> new Ends(-2 * w - 2, -2 * w - 1));
  }

  /**
   * The products of residuals of every two walks with a common end. Summed by ends those of one
   * pair come twice, so they are taken off once; walks that share nothing bound the sum from below.
   * The factor makes up for residuals from the very mean that they made, exactly so where every
   * pair of observations is walked and each adds its part.
   */
  private static double squares(Map<Integer, Double> byEnd, Map<Ends, Double> byPair) {
    double m = byEnd.size();
    if (m < FEWEST_ENDS) {
      return Double.NaN;
    }
    double ofPairs = squares(byPair);
    return Math.max(squares(byEnd) - ofPairs, ofPairs) * (m * (m - 1) / ((m - 2) * (m - 3)));
  }

  private static double squares(Map<?, Double> sums) {
    return sums.values().stream().mapToDouble(sum -> sum * sum).sum();
  }
}
