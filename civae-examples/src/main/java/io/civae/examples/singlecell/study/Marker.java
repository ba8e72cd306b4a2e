package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.examples.singlecell.statistics.RankSumTest;
import java.util.Arrays;

/**
 * One gene on a walk and in all real cells of both kinds.
 *
 * @param change along the walk
 * @param realStart mean over all real cells of the first kind
 * @param realEnd mean over all real cells of the second kind
 * @param test rank sums of the first kind against the second: an AUC above ½ means a fall
 */
record Marker(GeneChange change, double realStart, double realEnd, RankSumTest test) {

  static Marker of(StudyCells cells, WalkCells walk, GeneChange change) {
    double[] from = cells.gene(change.index(), walk.allFrom());
    double[] to = cells.gene(change.index(), walk.allTo());
    return new Marker(
        change,
        Arrays.stream(from).average().orElseThrow(),
        Arrays.stream(to).average().orElseThrow(),
        RankSumTest.of(from, to));
  }

  /** Whether walk and real cells go the same way, the real ones by more than chance. */
  boolean agrees() {
    return change.isSignificant()
        && test.pValue() <= GeneChange.SIGNIFICANT
        && Math.signum(change.trend().trend()) == -Math.signum(test.auc() - 0.5);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("startMean", change.trend().startMean());
    json.addProperty("endMean", change.trend().endMean());
    json.addProperty("trend", change.trend().trend());
    json.addProperty("ciLow", change.trend().ciLow());
    json.addProperty("ciHigh", change.trend().ciHigh());
    json.addProperty("fdr", change.fdr());
    json.addProperty("realStartMean", realStart);
    json.addProperty("realEndMean", realEnd);
    json.addProperty("rankSumAuc", test.auc());
    json.addProperty("rankSumPValue", test.pValue());
    return json;
  }
}
