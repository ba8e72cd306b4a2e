package io.civae.examples.singlecell.statistics;

import io.civae.evaluation.Bootstrap;
import io.civae.evaluation.ConfidenceInterval;

/**
 * What a gene does along walks: the figures of one line of a table of genes, but for the false
 * discovery rate, which takes all genes ({@link BenjaminiHochberg}).
 *
 * @param startMean mean over the walks at the start
 * @param endMean mean over the walks at the end
 * @param trend mean of the slopes of the walks, see {@link TrendSlope}
 * @param monotonicity rank correlation of the mean curve with the position; NaN when it is flat
 * @param pValue of a trend of 0, by flipping the walks, see {@link PermutationTest#ofMean}
 * @param halfStep of the mean curve, see {@link HalfStep}; NaN when its ends are equal
 * @param ciLow lower end of the 95 % bootstrap interval of the trend
 * @param ciHigh upper end
 */
public record GeneTrend(
    double startMean,
    double endMean,
    double trend,
    double monotonicity,
    double pValue,
    double halfStep,
    double ciLow,
    double ciHigh) {

  /**
   * Summarises the curves of a gene. The curves are the units of the interval and of the p-value,
   * so that they must not depend on each other: each cell is an end of one walk only. Where walks
   * share cells (100 × 100 pairs), give the mean curve of each group of walks that shares none with
   * the others.
   *
   * @param curves one per independent unit, each over the same steps, at least two of them; finite
   * @param permutations for the p-value, at least 1
   * @param seed any value; the same seed gives the same figures
   * @return the figures
   * @throws IllegalArgumentException if there is no curve, one is too short, or lengths differ
   */
  public static GeneTrend of(double[][] curves, int permutations, long seed) {
    if (curves.length == 0) {
      throw new IllegalArgumentException("curves is empty; at least one is needed");
    }
    double[] slopes = new double[curves.length];
    double[] mean = new double[curves[0].length];
    for (int i = 0; i < curves.length; i++) {
      if (curves[i].length != mean.length) {
        throw new IllegalArgumentException(
            "curves["
                + i
                + "] ("
                + curves[i].length
                + " steps) must have the "
                + mean.length
                + " steps of the first");
      }
      slopes[i] = TrendSlope.of(curves[i]);
      for (int step = 0; step < mean.length; step++) {
        mean[step] += curves[i][step] / curves.length;
      }
    }
    ConfidenceInterval interval = Bootstrap.mean(slopes, seed);
    return new GeneTrend(
        mean[0],
        mean[mean.length - 1],
        interval.estimate(),
        TrendSlope.monotonicity(mean),
        PermutationTest.ofMean(slopes, permutations, seed),
        HalfStep.of(mean),
        interval.low(),
        interval.high());
  }
}
