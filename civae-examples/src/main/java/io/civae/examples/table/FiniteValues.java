package io.civae.examples.table;

import io.civae.CiVaeModel;
import io.civae.augment.SyntheticAudit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a model decodes must be numbers: moved into the values seen, an infinite one would look like
 * any other.
 */
final class FiniteValues {

  private static final int ROWS_AT_A_TIME = 1_024;

  private FiniteValues() {}

  /**
   * Decodes what each row is encoded to.
   *
   * @throws IllegalArgumentException if a value is none
   */
  static void check(CiVaeModel model, Table table) {
    float[][] mean = model.encoder().encode(table.data().features()).mean();
    check(model, table, mean.length, i -> mean[i]);
  }

  /**
   * Decodes again the places that synthetic rows come from, before anything is added or moved.
   *
   * @throws IllegalArgumentException if a value is none
   */
  static void check(CiVaeModel model, Table table, List<SyntheticAudit> audits) {
    float[][] mean = model.encoder().encode(table.data().features()).mean();
    check(model, table, audits.size(), i -> latent(mean, audits.get(i)));
  }

  private static float[] latent(float[][] mean, SyntheticAudit audit) {
    float[] first = mean[audit.firstParent()];
    float[] second = mean[audit.secondParent()];
    float[] z = new float[first.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = (float) ((1 - audit.t()) * first[j] + audit.t() * second[j]);
    }
    return z;
  }

  private static void check(CiVaeModel model, Table table, int count, IntFunction<float[]> latent) {
    for (int from = 0; from < count; from += ROWS_AT_A_TIME) {
      int to = Math.min(count, from + ROWS_AT_A_TIME);
      float[][] latents = IntStream.range(from, to).mapToObj(latent).toArray(float[][]::new);
      check(model.decoder().decode(latents), table.layout().featureNames());
    }
  }

  /**
   * Checks what was decoded.
   *
   * @throws IllegalArgumentException if a value is none
   */
  static void check(float[][] decoded, List<String> featureNames) {
    for (float[] row : decoded) {
      for (int f = 0; f < row.length; f++) {
        if (!Float.isFinite(row[f])) {
          throw new IllegalArgumentException(
              "feature \""
                  + featureNames.get(f)
                  + "\" is decoded to "
                  + row[f]
                  + "; a model's values must be finite");
        }
      }
    }
  }
}
