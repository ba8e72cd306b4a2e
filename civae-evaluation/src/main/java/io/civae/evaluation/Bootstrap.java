package io.civae.evaluation;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap intervals (Efron, 1979) for a mean over independent units: draw as many
 * units as there are, with replacement, many times; the interval lies between the percentiles of
 * the means so found. When a unit holds several observations that depend on each other (the points
 * of one walk), its value must be their mean, so that whole units are drawn.
 *
 * <p>In 95 % of repetitions with other units, if they are many, the interval covers the mean that
 * all units would have. Walks that share their ends are no independent units: take {@link
 * WalkInterval}. Equal units give an interval of no width, so for shares near 0 or 1 it is too
 * narrow.
 */
public final class Bootstrap {

  /** How many times the units are drawn. */
  public static final int RESAMPLES = 2_000;

  /** The level of the intervals. */
  public static final double LEVEL = 0.95;

  private static final long STREAM = 0x424F_4F54L;

  private Bootstrap() {}

  /**
   * An interval for the mean.
   *
   * @param units one finite value per unit, at least one
   * @param seed any value; the same seed gives the same interval
   * @return the mean with its 95 % interval; both its ends are NaN for a single unit, which says
   *     nothing of the spread
   * @throws IllegalArgumentException if there is no unit or a value is not finite
   */
  public static ConfidenceInterval mean(double[] units, long seed) {
    if (units.length == 0) {
      throw new IllegalArgumentException("units is empty; at least one is needed");
    }
    for (int i = 0; i < units.length; i++) {
      if (!Double.isFinite(units[i])) {
        throw new IllegalArgumentException("units[" + i + "] (" + units[i] + ") must be finite");
      }
    }
    if (units.length == 1) {
      return new ConfidenceInterval(units[0], Double.NaN, Double.NaN, LEVEL);
    }
    double[] means =
        IntStream.range(0, RESAMPLES)
            .parallel()
            .mapToDouble(
                resample -> {
                  SeededRandom random = SeededRandom.of(seed, STREAM, resample);
                  double sum = 0;
                  for (int i = 0; i < units.length; i++) {
                    sum += units[random.nextInt(units.length)];
                  }
                  return sum / units.length;
                })
            .toArray();
    Arrays.sort(means);
    double tail = (1 - LEVEL) / 2;
    return new ConfidenceInterval(
        Arrays.stream(units).sum() / units.length,
        quantile(means, tail),
        quantile(means, 1 - tail),
        LEVEL);
  }

  /** Linear interpolation between order statistics (Hyndman and Fan's type 7). */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
