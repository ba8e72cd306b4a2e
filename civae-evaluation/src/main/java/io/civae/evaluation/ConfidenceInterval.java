package io.civae.evaluation;

import java.util.Locale;

/**
 * An estimate with the interval that covers it.
 *
 * @param estimate the statistic on the data themselves
 * @param low lower end
 * @param high upper end
 * @param level the share of repetitions the procedure covers, for instance 0.95
 */
public record ConfidenceInterval(double estimate, double low, double high, double level) {

  /**
   * Whether two intervals have no value in common.
   *
   * @param other another interval
   * @return true when they are apart
   */
  public boolean isApartFrom(ConfidenceInterval other) {
    return high < other.low || other.high < low;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.5g [%.5g, %.5g]", estimate, low, high);
  }
}
