package io.civae.evaluation;

import java.util.List;

/**
 * Intervals for means over walks some of which share an end. Walks between random pairs of few
 * observations are not independent: an unusual observation pulls at each of its walks. The squared
 * error of the mean therefore counts the products of residuals of every two walks that have an
 * observation in common (Fafchamps and Gubert, 2007; Aronow, Samii and Assenova, 2015), class by
 * class; the interval is Student's t with the fewer of walks and observations, less one, as degrees
 * of freedom.
 *
 * <p>An interval covers, in 95 % of repetitions with other observations of the same classes and
 * other pairs of them, the mean over all such pairs. It says nothing of another training, another
 * judge or other classes. {@code Bootstrap} is for units that share nothing.
 */
public final class WalkInterval {

  /** The level of the intervals. */
  public static final double LEVEL = StudentInterval.LEVEL;

  private WalkInterval() {}

  /**
   * The mean of any measure of walks.
   *
   * @param walks at least one, all with ends from one dataset
   * @param values one finite value per walk
   * @return the mean with its interval; both ends are NaN where the walks of a class end at fewer
   *     than four observations, which say nothing of the spread
   * @throws IllegalArgumentException if there is no walk, the numbers differ or a value is not
   *     finite
   */
  public static ConfidenceInterval mean(List<ClassWalk> walks, double... values) {
    check(walks, values);
    WalkSpread spread = WalkSpread.of(walks, values);
    double margin = quantile(spread) * Math.sqrt(spread.squaredError());
    return new ConfidenceInterval(
        spread.mean(), spread.mean() - margin, spread.mean() + margin, LEVEL);
  }

  /**
   * The mean of shares: Wilson's interval (1927) for as many independent trials as have the same
   * squared error, which stays in [0, 1] and has a width even where every walk has the same share;
   * there, only walks that share no observation are counted.
   *
   * @param walks at least one, all with ends from one dataset
   * @param shares one value in [0, 1] per walk
   * @return the mean with its interval; both ends are NaN where the walks of a class end at fewer
   *     than four observations
   * @throws IllegalArgumentException if there is no walk, the numbers differ or a value is out of
   *     range
   */
  public static ConfidenceInterval share(List<ClassWalk> walks, double... shares) {
    check(walks, shares);
    for (int w = 0; w < shares.length; w++) {
      if (!(shares[w] >= 0 && shares[w] <= 1)) {
        throw new IllegalArgumentException(
            "shares[" + w + "] (" + shares[w] + ") must be in [0, 1]");
      }
    }
    WalkSpread spread = WalkSpread.of(walks, shares);
    double p = spread.mean();
    double trials =
        spread.squaredError() == 0 ? spread.apart() : p * (1 - p) / spread.squaredError();
    double t = quantile(spread);
    double shrink = 1 + t * t / trials;
    double centre = (p + t * t / (2 * trials)) / shrink;
    double margin = t * Math.sqrt((p * (1 - p) + t * t / (4 * trials)) / trials) / shrink;
    // Rounding must not lead out of [0, 1], nor a share of 0 or 1 out of its own interval.
    return new ConfidenceInterval(
        p,
        Math.max(0, Math.min(p, centre - margin)),
        Math.min(1, Math.max(p, centre + margin)),
        LEVEL);
  }

  private static double quantile(WalkSpread spread) {
    return Double.isNaN(spread.squaredError())
        ? Double.NaN
        : StudentInterval.quantile(spread.degrees());
  }

  private static void check(List<ClassWalk> walks, double[] values) {
    if (walks.isEmpty()) {
      throw new IllegalArgumentException("walks is empty; at least one is needed");
    }
    if (values.length != walks.size()) {
      throw new IllegalArgumentException(
          "values has " + values.length + " numbers; " + walks.size() + " walks ask for as many");
    }
    for (int w = 0; w < values.length; w++) {
      if (!Double.isFinite(values[w])) {
        throw new IllegalArgumentException("values[" + w + "] (" + values[w] + ") must be finite");
      }
    }
  }
}
