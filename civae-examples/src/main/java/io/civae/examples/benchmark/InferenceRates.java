package io.civae.examples.benchmark;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Collections;

/** Measures what a trained model does apart from training. */
final class InferenceRates {

  private static final int BULK_RUNS = 5;
  private static final int SINGLE_RUNS = 2_000;
  private static final int WALK_RUNS = 200;
  private static final int WALK_POINTS = 5;
  private static final double MICROS_PER_SECOND = 1e6;

  private final CiVaeModel model;
  private final int rows;

  InferenceRates(CiVaeModel model, int rows) {
    this.model = model;
    this.rows = rows;
  }

  double encodeRowsPerSecond() {
    FeatureMatrix x = RandomRows.features(rows, 0);
    float[] mean = new float[rows * model.encoder().latentDim()];
    float[] logVariance = new float[mean.length];
    return rows
        / Stopwatch.medianSeconds(
            BULK_RUNS, () -> model.encoder().encodeInto(x, mean, logVariance));
  }

  double decodeRowsPerSecond() {
    float[] z = RandomRows.latents(rows * model.decoder().latentDim());
    float[] x = new float[rows * model.decoder().featureCount()];
    return rows / Stopwatch.medianSeconds(BULK_RUNS, () -> model.decoder().decodeInto(z, x));
  }

  /** The median time of one row's posterior mean, with a share of zeros among its values. */
  double encodeOneMicros(double zeros) {
    float[] row = RandomRows.features(1, zeros).row(0);
    return MICROS_PER_SECOND
        * Stopwatch.medianSeconds(SINGLE_RUNS, () -> model.encoder().mean(row));
  }

  /** The median time of a walk of five points between two observations. */
  double traverseMicros() {
    float[][] ends = RandomRows.features(2, 0).toArray();
    return MICROS_PER_SECOND
        * Stopwatch.medianSeconds(
            WALK_RUNS, () -> model.traverse(ends[0], ends[1], Traversal.linear(), WALK_POINTS));
  }

  /** The median time to double a class, its members' encoding included. */
  double doubleClassSeconds() {
    String name = model.classNames().get(0);
    LabeledDataset members =
        LabeledDataset.of(
            RandomRows.features(rows, 0), Collections.nCopies(rows, name).toArray(new String[0]));
    return Stopwatch.medianSeconds(BULK_RUNS, () -> model.augmenter(members).generate(name, rows));
  }
}
