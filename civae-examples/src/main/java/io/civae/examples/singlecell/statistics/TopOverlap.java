package io.civae.examples.singlecell.statistics;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far two rankings agree at the top: the share of the k highest of one that are among the k
 * highest of the other. By chance it is k / n on average.
 */
public final class TopOverlap {

  private TopOverlap() {}

  /**
   * The overlap.
   *
   * @param first scores, high ones on top; among equals the first in order is higher
   * @param second as many scores of the same things
   * @param k from 1 to the number of scores
   * @return from 0 to 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double of(double[] first, double[] second, int k) {
    Samples.check("first", first, 1);
    Samples.check("second", second, 1);
    Samples.checkSameLength(first, second);
    if (k < 1 || k > first.length) {
      throw new IllegalArgumentException("k (" + k + ") must be from 1 to " + first.length);
    }
    Set<Integer> common = top(first, k);
    common.retainAll(top(second, k));
    return common.size() / (double) k;
  }

  private static Set<Integer> top(double[] scores, int k) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(k)
        .collect(Collectors.toSet());
  }
}
