package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.CiVaeModel;
import io.civae.examples.singlecell.statistics.RankCorrelation;
import io.civae.walk.PopulationTrends;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A walk that was taken, with its checks.
 *
 * @param cells its ends and the cells that check it
 * @param trends mean, median and spread of each gene over all pairs
 * @param changes the genes, ranked
 * @param markers the genes to look at: those the user named, or the largest changes
 * @param ends decoded ends against real cells
 * @param expression ranks against differential expression
 * @param states the walk against walks between dealt states
 * @param middle the middle against real cells between; empty where there are none
 * @param seedAgreement rank correlation of the genes' scores with those by the models of other
 *     seeds, mean; NaN with one seed
 */
record CellWalk(
    WalkCells cells,
    PopulationTrends trends,
    GeneChanges changes,
    List<Marker> markers,
    EndsCheck ends,
    ExpressionCheck expression,
    StateNull states,
    Optional<MiddleCheck> middle,
    double seedAgreement) {

  /** Points of each walk, both ends included. */
  static final int STEPS = 50;

  /** Fewer real cells between the states say nothing. */
  static final int LEAST_MIDDLE = WalkPlan.LEAST_CELLS;

  private static final int MARKERS = 12;

  CellWalk {
    markers = List.copyOf(markers);
  }

  /**
   * Walks.
   *
   * @param models of every seed; the first walks, the others say whether it would be the same
   * @param named genes to look at
   */
  static CellWalk of(
      List<CiVaeModel> models, StudyCells cells, WalkPair pair, List<String> named, long seed) {
    WalkCells walk = new WalkCells(cells, pair, seed);
    CiVaeModel model = models.get(0);
    PopulationTrends trends =
        model
            .walks()
            .population(cells.values(walk.from()), cells.values(walk.to()))
            .points(STEPS)
            .pairs(WalkCells.MOST_ENDS * WalkCells.MOST_ENDS)
            .withSeed(seed)
            .run();
    double[] deviations = cells.deviations(walk.ends());
    GeneChanges changes =
        GeneChanges.of(cells.genes(), curves(model, cells, walk), trends.mean(), deviations, seed);
    return new CellWalk(
        walk,
        trends,
        changes,
        markers(cells, walk, changes, named),
        EndsCheck.of(cells, walk, trends.mean()),
        ExpressionCheck.of(cells, walk, changes.scores()),
        StateNull.of(model, cells, walk, changes, seed),
        walk.middle().length < LEAST_MIDDLE
            ? Optional.empty()
            : Optional.of(MiddleCheck.of(model, cells, walk, trends.mean(), seed)),
        models.stream()
            .skip(1)
            .mapToDouble(
                other ->
                    RankCorrelation.of(
                        changes.scores(),
                        GeneChanges.scores(curves(other, cells, walk).trends(), deviations)))
            .average()
            .orElse(Double.NaN));
  }

  private static WalkCurves curves(CiVaeModel model, StudyCells cells, WalkCells walk) {
    return WalkCurves.between(
        model.decoder(),
        model.encoder().encode(cells.values(walk.from())).mean(),
        model.encoder().encode(cells.values(walk.to())).mean(),
        STEPS);
  }

  private static List<Marker> markers(
      StudyCells cells, WalkCells walk, GeneChanges changes, List<String> named) {
    Stream<GeneChange> chosen =
        named.isEmpty()
            ? changes.ranked().stream().limit(MARKERS)
            : named.stream().map(changes::of);
    return chosen.map(change -> Marker.of(cells, walk, change)).toList();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("class", cells.pair().className());
    json.addProperty("fromType", cells.pair().fromType());
    json.addProperty("toType", cells.pair().toType());
    json.addProperty("fromCells", cells.from().length);
    json.addProperty("toCells", cells.to().length);
    json.addProperty("heldOutFromCells", cells.heldOutFrom().length);
    json.addProperty("heldOutToCells", cells.heldOutTo().length);
    json.addProperty("pairs", trends.pairs());
    json.addProperty("steps", trends.points());
    json.addProperty("certifiedShare", trends.certifiedShare());
    json.addProperty("genes", changes.ranked().size());
    json.addProperty("significantGenes", changes.significant());
    json.addProperty("risingGenes", changes.rising());
    json.addProperty("fallingGenes", changes.significant() - changes.rising());
    json.addProperty("seedAgreement", StudyJson.finite(seedAgreement));
    JsonObject checks = new JsonObject();
    checks.add("ends", ends.toJson());
    checks.add("differentialExpression", expression.toJson());
    checks.add("permutedStates", states.toJson());
    checks.add("midState", middle.map(MiddleCheck::toJson).orElse(null));
    json.add("validation", checks);
    JsonObject looked = new JsonObject();
    markers.forEach(marker -> looked.add(marker.change().gene(), marker.toJson()));
    json.add("markers", looked);
    return json;
  }
}
