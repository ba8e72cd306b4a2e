package io.civae.examples.singlecell.statistics;

/**
 * Spearman's rank correlation (1904): Pearson's correlation of the ranks, equal values sharing the
 * mean of their ranks.
 */
public final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * The correlation.
   *
   * @param first at least two finite values
   * @param second as many
   * @return from −1 to 1; NaN when one of the two does not vary
   * @throws IllegalArgumentException if a rule is broken
   */
  public static double of(double[] first, double[] second) {
    Samples.check("first", first, 2);
    Samples.check("second", second, 2);
    Samples.checkSameLength(first, second);
    double[] x = Ranks.of(first).all();
    double[] y = Ranks.of(second).all();
    double mean = (x.length + 1) / 2.0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
      xy += (x[i] - mean) * (y[i] - mean);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
