package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.CiVaeModel;
import io.civae.evaluation.Bootstrap;
import io.civae.evaluation.ConfidenceInterval;
import java.util.Arrays;

/**
 * The middle of a walk against real cells between the two states, which no model saw. A distance is
 * that of the mean of some cells to the decoded middle of the walk: squared difference in units of
 * each gene's standard deviation, mean over genes.
 *
 * <p>Cells of which half are like the start and half like the end have the same mean as cells that
 * are half-way each. The shares between say which it is.
 *
 * @param cells how many there are
 * @param distance of these cells
 * @param startDistance of held-out cells of the first kind
 * @param endDistance of held-out cells of the second kind
 * @param pValue that they are nearer than either, by dealing them anew with cells of the first and
 *     of the second kind: the larger of the two
 * @param position where they lie between the mean latents of the ends, 0 to 1, with its interval
 * @param startPosition where held-out cells of the first kind lie
 * @param endPosition where held-out cells of the second kind lie
 * @param between share of them in the middle half, from 0.25 to 0.75
 * @param endsBetween the same of the held-out cells
 */
record MiddleCheck(
    int cells,
    double distance,
    double startDistance,
    double endDistance,
    double pValue,
    ConfidenceInterval position,
    double startPosition,
    double endPosition,
    double between,
    double endsBetween) {

  static MiddleCheck of(
      CiVaeModel model, StudyCells cells, WalkCells walk, float[][] mean, long seed) {
    PointDistance distance = new PointDistance(cells, middle(mean), cells.deviations(walk.ends()));
    LatentAxis axis = LatentAxis.between(model, cells.values(walk.from()), cells.values(walk.to()));
    double[] positions = axis.positions(cells.values(walk.middle()));
    double[] starts = axis.positions(cells.values(walk.heldOutFrom()));
    double[] ends = axis.positions(cells.values(walk.heldOutTo()));
    double[] both = Arrays.copyOf(starts, starts.length + ends.length);
    System.arraycopy(ends, 0, both, starts.length, ends.length);
    return new MiddleCheck(
        positions.length,
        distance.of(walk.middle()),
        distance.of(walk.heldOutFrom()),
        distance.of(walk.heldOutTo()),
        Math.max(
            distance.nearerByChance(walk.middle(), walk.heldOutFrom(), seed),
            distance.nearerByChance(walk.middle(), walk.heldOutTo(), seed)),
        Bootstrap.mean(positions, seed),
        Arrays.stream(starts).average().orElseThrow(),
        Arrays.stream(ends).average().orElseThrow(),
        between(positions),
        between(both));
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

  private static double between(double[] positions) {
    return Arrays.stream(positions).filter(at -> at >= 0.25 && at <= 0.75).count()
        / (double) positions.length;
  }

  /** Whether the cells are nearer to the middle than cells at either end, by more than chance. */
  boolean isNearer() {
    return distance < Math.min(startDistance, endDistance) && pValue <= GeneChange.SIGNIFICANT;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("cells", cells);
    json.addProperty("distance", distance);
    json.addProperty("startDistance", startDistance);
    json.addProperty("endDistance", endDistance);
    json.addProperty("pValue", pValue);
    json.addProperty("nearer", isNearer());
    json.add("position", StudyJson.interval(position));
    json.addProperty("startPosition", startPosition);
    json.addProperty("endPosition", endPosition);
    json.addProperty("between", between);
    json.addProperty("endsBetween", endsBetween);
    return json;
  }
}
