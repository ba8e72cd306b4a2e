package io.civae.walk;

import java.util.Locale;

/**
 * How much one feature changes on the way from one group to another.
 *
 * @param feature its name
 * @param index its position among the features
 * @param slope of the least-squares line through the mean over pairs at {@code t_i}: the change
 *     over the whole walk, in the feature's unit
 * @param trend {@code slope} over the standard deviation of the feature among the real observations
 *     of both groups together, so that features compare; 0 where these do not vary
 * @param low lower end of the 95 % interval of {@code trend}: percentiles over observations of
 *     either group drawn anew with replacement, so that pairs which share an observation come and
 *     go together
 * @param high upper end of that interval
 */
public record FeatureTrend(
    String feature, int index, double slope, double trend, double low, double high) {

  /**
   * Whether the interval leaves out 0.
   *
   * @return true when it lies on one side of it
   */
  public boolean isClear() {
    return low > 0 || high < 0;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %+.3g [%.3g, %.3g]", feature, trend, low, high);
  }
}
