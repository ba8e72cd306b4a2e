package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import java.util.stream.IntStream;

/**
 * The decoded ends of a walk against the means of real cells that no model saw, gene by gene.
 *
 * @param start the decoded start against cells of the first kind
 * @param end the decoded end against cells of the second kind
 * @param change the decoded end less the decoded start against the difference of those means
 * @param realStart the means of the real cells that the walk starts from against the same, which is
 *     what chance leaves over
 * @param realEnd the means of the real cells that the walk ends at against the same
 * @param realChange their difference against the same
 */
record EndsCheck(
    Agreement start,
    Agreement end,
    Agreement change,
    Agreement realStart,
    Agreement realEnd,
    Agreement realChange) {

  static EndsCheck of(StudyCells cells, WalkCells walk, float[][] mean) {
    double[] start = doubles(mean[0]);
    double[] end = doubles(mean[mean.length - 1]);
    double[] from = cells.means(walk.heldOutFrom());
    double[] to = cells.means(walk.heldOutTo());
    double[] seenFrom = cells.means(walk.from());
    double[] seenTo = cells.means(walk.to());
    return new EndsCheck(
        Agreement.between(start, from),
        Agreement.between(end, to),
        Agreement.between(less(end, start), less(to, from)),
        Agreement.between(seenFrom, from),
        Agreement.between(seenTo, to),
        Agreement.between(less(seenTo, seenFrom), less(to, from)));
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double[] less(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("start", start.toJson());
    json.add("end", end.toJson());
    json.add("change", change.toJson());
    json.add("realStart", realStart.toJson());
    json.add("realEnd", realEnd.toJson());
    json.add("realChange", realChange.toJson());
    return json;
  }
}
