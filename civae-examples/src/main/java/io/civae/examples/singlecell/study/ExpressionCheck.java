package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.examples.singlecell.statistics.RankCorrelation;
import io.civae.examples.singlecell.statistics.RankSumTest;
import io.civae.examples.singlecell.statistics.TopOverlap;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ranked genes of a walk against a plain test of differential expression, rank sums, on cells
 * of the same kinds that no model saw. Beside it the same test on the cells that the walk is made
 * of: the mark that a walk has to reach.
 *
 * @param correlation rank correlation of the walk's scores with z of the held-out test
 * @param overlap share of the {@code top} largest changes among the {@code top} largest |z|
 * @param plainCorrelation the same of z on the walk's own cells
 * @param plainOverlap the same
 * @param top how many genes are the top
 * @param chance the overlap expected of unrelated rankings
 */
record ExpressionCheck(
    double correlation,
    double overlap,
    double plainCorrelation,
    double plainOverlap,
    int top,
    double chance) {

  private static final int TOP = 50;

  static ExpressionCheck of(StudyCells cells, WalkCells walk, double[] scores) {
    double[] heldOut = z(cells, walk.heldOutFrom(), walk.heldOutTo());
    double[] plain = z(cells, walk.from(), walk.to());
    int top = Math.min(TOP, Math.max(1, scores.length / 4));
    return new ExpressionCheck(
        RankCorrelation.of(scores, heldOut),
        TopOverlap.of(sizes(scores), sizes(heldOut), top),
        RankCorrelation.of(plain, heldOut),
        TopOverlap.of(sizes(plain), sizes(heldOut), top),
        top,
        (double) top / scores.length);
  }

  /** Positive where the second kind has more. */
  private static double[] z(StudyCells cells, int[] from, int[] to) {
    float[][] first = cells.values(from).toArray();
    float[][] second = cells.values(to).toArray();
    return IntStream.range(0, cells.genes().size())
        .parallel()
        .mapToDouble(gene -> RankSumTest.of(column(second, gene), column(first, gene)).z())
        .toArray();
  }

  private static double[] column(float[][] rows, int gene) {
    return Arrays.stream(rows).mapToDouble(row -> row[gene]).toArray();
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("rankCorrelation", StudyJson.finite(correlation));
    json.addProperty("top", top);
    json.addProperty("topOverlap", overlap);
    json.addProperty("topOverlapByChance", chance);
    json.addProperty("rankSumsRankCorrelation", StudyJson.finite(plainCorrelation));
    json.addProperty("rankSumsTopOverlap", plainOverlap);
    return json;
  }
}
