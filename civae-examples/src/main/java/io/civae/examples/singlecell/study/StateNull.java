package io.civae.examples.singlecell.study;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.civae.CiVaeModel;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A walk against walks between the same cells with their states dealt anew. Models do not know the
 * states, so that none has to be trained again.
 *
 * @param size root mean square over genes of the walk's scores
 * @param significant genes that change at the usual false discovery rate
 * @param nulls the same two figures of each deal
 */
record StateNull(double size, long significant, List<Deal> nulls) {

  /** How often the states are dealt anew. */
  static final int DEALS = 39;

  private static final long STREAM = 0x4E55_4C4CL;

  /**
   * One deal.
   *
   * @param size as of the walk
   * @param significant as of the walk
   */
  record Deal(double size, long significant) {}

  StateNull {
    nulls = List.copyOf(nulls);
  }

  static StateNull of(
      CiVaeModel model, StudyCells cells, WalkCells walk, GeneChanges changes, long seed) {
    double[] deviations = cells.deviations(walk.ends());
    float[][] latents = model.encoder().encode(cells.values(walk.ends())).mean();
    List<Deal> nulls = new ArrayList<>();
    for (int deal = 0; deal < DEALS; deal++) {
      float[][] dealt = shuffled(latents, SeededRandom.of(seed, STREAM, deal));
      int half = dealt.length / 2;
      WalkCurves curves =
          WalkCurves.between(
              model.decoder(),
              Arrays.copyOf(dealt, half),
              Arrays.copyOfRange(dealt, half, dealt.length),
              CellWalk.STEPS);
      nulls.add(
          new Deal(
              size(GeneChanges.scores(curves.trends(), deviations)),
              GeneChanges.significant(curves.slopes(), seed)));
    }
    return new StateNull(size(changes.scores()), changes.significant(), nulls);
  }

  private static float[][] shuffled(float[][] rows, SeededRandom random) {
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    random.shuffle(order);
    return Arrays.stream(order).mapToObj(i -> rows[i]).toArray(float[][]::new);
  }

  private static double size(double[] scores) {
    return Math.sqrt(Arrays.stream(scores).map(s -> s * s).average().orElseThrow());
  }

  /** The share of deals, the walk itself among them, that change at least as much. */
  double sizePValue() {
    return (1.0 + nulls.stream().filter(deal -> deal.size() >= size).count())
        / (1.0 + nulls.size());
  }

  /** The share of deals, the walk itself among them, with at least as many changing genes. */
  double significantPValue() {
    return (1.0 + nulls.stream().filter(deal -> deal.significant() >= significant).count())
        / (1.0 + nulls.size());
  }

  /** The largest change of a deal. */
  double largestNullSize() {
    return nulls.stream().mapToDouble(Deal::size).max().orElseThrow();
  }

  /** The most changing genes of a deal. */
  long mostNullSignificant() {
    return nulls.stream().mapToLong(Deal::significant).max().orElseThrow();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("size", size);
    json.addProperty("sizePValue", sizePValue());
    json.addProperty("significantGenes", significant);
    json.addProperty("significantGenesPValue", significantPValue());
    JsonArray sizes = new JsonArray();
    JsonArray counts = new JsonArray();
    nulls.forEach(
        deal -> {
          sizes.add(deal.size());
          counts.add(deal.significant());
        });
    json.add("nullSizes", sizes);
    json.add("nullSignificantGenes", counts);
    return json;
  }
}
