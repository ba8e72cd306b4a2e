package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.CiVaeModel;
import io.civae.evaluation.Bootstrap;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.singlecell.statistics.PermutationTest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The middle of a walk against real cells between the two states, which no model saw.
 *
 * @param cells how many there are
 * @param distance of such a cell to the decoded middle of the walk: squared difference in units of
 *     each gene's standard deviation, mean over genes, mean over cells
 * @param endsDistance the same of held-out cells at the ends
 * @param pValue of no difference between the two, by dealing the cells anew
 * @param position where they lie between the mean latents of the ends, 0 to 1, with its interval
 * @param startPosition where held-out cells of the first kind lie
 * @param endPosition where held-out cells of the second kind lie
 */
record MiddleCheck(
    int cells,
    double distance,
    double endsDistance,
    double pValue,
    ConfidenceInterval position,
    double startPosition,
    double endPosition) {

  private static final int DEALS = 9_999;

  static MiddleCheck of(
      CiVaeModel model, StudyCells cells, WalkCells walk, float[][] mean, long seed) {
    double[] deviations = cells.deviations(walk.ends());
    double[] middle = middle(mean);
    int[] heldOut =
        IntStream.concat(Arrays.stream(walk.heldOutFrom()), Arrays.stream(walk.heldOutTo()))
            .toArray();
    double[] near = distances(cells, walk.middle(), middle, deviations);
    double[] far = distances(cells, heldOut, middle, deviations);
    LatentAxis axis = LatentAxis.between(model, cells.values(walk.from()), cells.values(walk.to()));
    return new MiddleCheck(
        near.length,
        mean(near),
        mean(far),
        PermutationTest.ofDifference(near, far, DEALS, seed),
        Bootstrap.mean(axis.positions(cells.values(walk.middle())), seed),
        mean(axis.positions(cells.values(walk.heldOutFrom()))),
        mean(axis.positions(cells.values(walk.heldOutTo()))));
  }

  /** The point half-way, between two steps when their number is even. */
  private static double[] middle(float[][] mean) {
    float[] before = mean[(mean.length - 1) / 2];
    float[] after = mean[mean.length / 2];
    double[] middle = new double[before.length];
    for (int gene = 0; gene < middle.length; gene++) {
      middle[gene] = (before[gene] + (double) after[gene]) / 2;
    }
    return middle;
  }

  private static double[] distances(
      StudyCells cells, int[] rows, double[] point, double[] deviations) {
    double[] distances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float[] cell = cells.prepared().features().row(rows[i]);
      int varying = 0;
      for (int gene = 0; gene < cell.length; gene++) {
        if (deviations[gene] > 0) {
          double off = (cell[gene] - point[gene]) / deviations[gene];
          distances[i] += off * off;
          varying++;
        }
      }
      distances[i] /= varying;
    }
    return distances;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Whether the cells are nearer to the middle than cells at the ends, by more than chance. */
  boolean isNearer() {
    return distance < endsDistance && pValue <= GeneChange.SIGNIFICANT;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("cells", cells);
    json.addProperty("distance", distance);
    json.addProperty("endsDistance", endsDistance);
    json.addProperty("pValue", pValue);
    json.add("position", StudyJson.interval(position));
    json.addProperty("startPosition", startPosition);
    json.addProperty("endPosition", endPosition);
    return json;
  }
}
