package io.civae.examples.singlecell.counts;

import io.civae.CiVaeModel;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.LinearSeparability;
import java.util.Locale;

/**
 * What a model of cells does on cells it has not seen. Values are compared on one scale whatever it
 * was trained on: normalised to one library size.
 *
 * @param separability accuracy of a linear classifier of the latents
 * @param correlation Pearson's, of decoded and observed logarithms over all cells and genes
 * @param error root mean square difference of the same
 * @param typeError root mean square difference of the logarithms of each cell type's mean
 *     normalised counts
 * @param reconstruction the model's own term L, in nats a cell; comparable among counts alone
 * @param secondsPerEpoch of processor time, all threads together; says more than the clock on a
 *     busy machine
 */
record HeldOutFigures(
    double separability,
    double correlation,
    double error,
    double typeError,
    double reconstruction,
    double secondsPerEpoch) {

  static final String HEADER =
      "| likelihood | seed | separability | correlation | RMS | RMS of type means | L | CPU s/epoch |\n"
          + "|---|---|---|---|---|---|---|---|";

  /** The data that the model saw, the counts of its test cells, and what its training took. */
  static HeldOutFigures of(
      CiVaeModel model,
      DatasetSplit seen,
      LabeledDataset counts,
      double targetSum,
      double secondsPerEpoch) {
    float[][] decoded = normalized(model, seen.test(), targetSum);
    Agreement cells = new Agreement();
    TypeMeans expected = new TypeMeans(counts);
    TypeMeans observed = new TypeMeans(counts);
    for (int i = 0; i < decoded.length; i++) {
      float[] row = counts.observation(i);
      double sum = 0;
      for (float count : row) {
        sum += count;
      }
      double factor = targetSum / Math.max(1, sum);
      for (int j = 0; j < row.length; j++) {
        cells.add(Math.log1p(decoded[i][j]), Math.log1p(row[j] * factor));
        expected.add(counts.classIndex(i), j, decoded[i][j]);
        observed.add(counts.classIndex(i), j, row[j] * factor);
      }
    }
    return new HeldOutFigures(
        LinearSeparability.of(model, seen.training(), seen.test()).heldOut(),
        cells.correlation(),
        cells.rootMeanSquare(),
        expected.agreement(observed).rootMeanSquare(),
        model.history().last().validation().orElseThrow().reconstruction(),
        secondsPerEpoch);
  }

  /** Expected counts of each test cell in a library of one size, no logarithms. */
  private static float[][] normalized(CiVaeModel model, LabeledDataset test, double targetSum) {
    float[][] z = model.encoder().encode(test.features()).mean();
    if (model.config().likelihood().isOfCounts()) {
      return model.countDecoder().expected(z, (float) targetSum);
    }
    float[][] decoded = model.decoder().decode(z);
    for (float[] row : decoded) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) Math.max(0, Math.expm1(row[j]));
      }
    }
    return decoded;
  }

  /** The figures as cells of a table. */
  String cells() {
    return String.format(
        Locale.ROOT,
        "%.3f | %.3f | %.3f | %.3f | %.1f | %.2f",
        separability,
        correlation,
        error,
        typeError,
        reconstruction,
        secondsPerEpoch);
  }
}
