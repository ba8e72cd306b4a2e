package io.civae.examples.study;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the table: a model under every seed, or a reference.
 *
 * @param label for tables
 * @param runs one for each seed, in order; a reference has one
 */
record RowResult(String label, List<Run> runs) {

  RowResult {
    runs = List.copyOf(runs);
  }

  /**
   * One model's figures.
   *
   * @param seed of its training, from 1; 0 for a reference
   * @param epochs it was trained for
   * @param seconds its training took
   * @param measurement its figures
   */
  record Run(int seed, int epochs, double seconds, Measurement measurement) {}

  static RowResult reference(String label, Measurement measurement) {
    return new RowResult(label, List.of(new Run(0, 0, 0, measurement)));
  }

  /** The mean over seeds with its t interval; empty where the metric does not apply. */
  Optional<ConfidenceInterval> mean(Metric metric) {
    double[] values =
        runs.stream()
            .map(run -> run.measurement().get(metric))
            .flatMapToDouble(OptionalDouble::stream)
            .filter(Double::isFinite)
            .toArray();
    return values.length == 0 || values.length < runs.size()
        ? Optional.empty()
        : Optional.of(StudentInterval.mean(values));
  }
}
