package io.civae.examples.singlecell.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1, equal values sharing the mean of their ranks, with the correction for ties. */
final class Ranks {

  private final double[] ranks;
  private final double tieTerm;

  private Ranks(double[] ranks, double tieTerm) {
    this.ranks = ranks;
    this.tieTerm = tieTerm;
  }

  static Ranks of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> values[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    double tieTerm = 0;
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      double mean = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        ranks[order[i]] = mean;
      }
      double tied = to - from;
      tieTerm += tied * tied * tied - tied;
      from = to;
    }
    return new Ranks(ranks, tieTerm);
  }

  double rank(int i) {
    return ranks[i];
  }

  double[] all() {
    return ranks.clone();
  }

  /** The sum over groups of t equal values of t³ − t. */
  double tieTerm() {
    return tieTerm;
  }

  /** The sum of the ranks of the first so many values. */
  double sumOfFirst(int count) {
    return Arrays.stream(ranks, 0, count).sum();
  }
}
