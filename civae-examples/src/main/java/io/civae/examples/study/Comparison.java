package io.civae.examples.study;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import java.util.Arrays;
import java.util.Optional;

/**
 * One metric of two models seed by seed: they share the seed, the split, the pairs and the judge.
 *
 * @param difference first less second, mean over seeds
 * @param ratio first over second, mean over seeds; NaN where a second is 0
 * @param apart whether the intervals of the two means have no value in common
 */
record Comparison(ConfidenceInterval difference, ConfidenceInterval ratio, boolean apart) {

  /** Empty where the metric does not apply to both, or their seeds differ. */
  static Optional<Comparison> of(RowResult first, RowResult second, Metric metric) {
    Optional<ConfidenceInterval> one = first.mean(metric);
    Optional<ConfidenceInterval> other = second.mean(metric);
    int seeds = first.runs().size();
    if (one.isEmpty() || other.isEmpty() || second.runs().size() != seeds) {
      return Optional.empty();
    }
    double[] differences = new double[seeds];
    double[] ratios = new double[seeds];
    for (int i = 0; i < seeds; i++) {
      double a = first.runs().get(i).measurement().get(metric).orElseThrow();
      double b = second.runs().get(i).measurement().get(metric).orElseThrow();
      differences[i] = a - b;
      ratios[i] = a / b;
    }
    return Optional.of(
        new Comparison(
            StudentInterval.mean(differences), mean(ratios), one.get().isApartFrom(other.get())));
  }

  /** A ratio to 0 is none, and neither is a mean over it. */
  private static ConfidenceInterval mean(double[] ratios) {
    return Arrays.stream(ratios).allMatch(Double::isFinite)
        ? StudentInterval.mean(ratios)
        : new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN, StudentInterval.LEVEL);
  }
}
