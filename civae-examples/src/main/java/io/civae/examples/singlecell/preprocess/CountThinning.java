package io.civae.examples.singlecell.preprocess;

import io.civae.ObservationTransform;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Training cells as a shallower sequencing would have seen them: of a cell's molecules each is kept
 * with a probability p that is drawn uniformly from a range, and the library is scaled to the
 * remaining size. The count of a value x = log(1 + c · u) is c = (eˣ − 1) / u, where u is what one
 * molecule of this cell counts for. With c′ ~ Binomial(c, p),
 *
 * <pre>x′ = log(1 + c′ · u / p)</pre>
 *
 * <p>so that e^x′ − 1 has the expectation e^x − 1. What remains is the cell's type: a network that
 * sees other noise in each epoch cannot learn the noise by heart.
 *
 * <p>The unit u is taken from the smallest value of the cell that is not zero, which in data of
 * molecule counts nearly always is one molecule. Where it is not, less is thinned away than meant,
 * and nothing else changes. For values log(1 + c · u) only, as {@link PreprocessingPlan} makes them
 * by default. Immutable and thread-safe.
 */
public final class CountThinning implements ObservationTransform {

  /** Above this many molecules the binomial distribution is drawn as a normal one. */
  private static final long LARGE = 200;

  private final double least;

  private CountThinning(double least) {
    this.least = least;
  }

  /**
   * Thinning that keeps a share of the molecules between a least one and all.
   *
   * @param least the smallest share kept, above 0 and at most 1; 1 changes nothing
   * @return the transform
   * @throws IllegalArgumentException if out of range
   */
  public static CountThinning keepingAtLeast(double least) {
    if (!(least > 0 && least <= 1)) {
      throw new IllegalArgumentException(
          "least share kept (" + least + ") must be above 0 and at most 1");
    }
    return new CountThinning(least);
  }

  @Override
  public void apply(float[] cell, RandomGenerator random) {
    double kept = least + (1 - least) * random.nextDouble();
    double unit = Double.POSITIVE_INFINITY;
    for (float value : cell) {
      if (value > 0) {
        unit = Math.min(unit, Math.expm1(value));
      }
    }
    for (int gene = 0; gene < cell.length; gene++) {
      if (cell[gene] > 0) {
        long count = Math.round(Math.expm1(cell[gene]) / unit);
        cell[gene] = (float) Math.log1p(binomial(count, kept, random) * unit / kept);
      }
    }
  }

  private static long binomial(long trials, double share, RandomGenerator random) {
    if (trials > LARGE) {
      double deviation = Math.sqrt(trials * share * (1 - share));
      long drawn = Math.round(trials * share + deviation * random.nextGaussian());
      return Math.max(0, Math.min(trials, drawn));
    }
    long successes = 0;
    for (long trial = 0; trial < trials; trial++) {
      successes += random.nextDouble() < share ? 1 : 0;
    }
    return successes;
  }

  @Override
  public String description() {
    return String.format(Locale.ROOT, "binomial thinning of counts, share kept %s to 1", least);
  }
}
