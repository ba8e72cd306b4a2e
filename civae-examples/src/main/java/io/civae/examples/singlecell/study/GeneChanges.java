package io.civae.examples.singlecell.study;

import io.civae.evaluation.Bootstrap;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.singlecell.statistics.BenjaminiHochberg;
import io.civae.examples.singlecell.statistics.GeneTrend;
import io.civae.examples.singlecell.statistics.HalfStep;
import io.civae.examples.singlecell.statistics.SignFlips;
import io.civae.examples.singlecell.statistics.TrendSlope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Every gene of a walk, ranked by the size of its change. */
final class GeneChanges {

  /** Flips of the ends' states behind each p-value. */
  static final int FLIPS = 4_999;

  private final List<GeneChange> ranked;
  private final double[] scores;

  private GeneChanges(List<GeneChange> ranked, double[] scores) {
    this.ranked = ranked;
    this.scores = scores;
  }

  /**
   * Sums up a walk. Means, half step and monotonicity are of the mean curve over all pairs; trend,
   * interval and p-value of walks that share no cell.
   *
   * @param genes the names
   * @param curves walks that share no cell
   * @param mean the mean curve over all pairs, {@code [steps][genes]}
   * @param deviations of the real values at both ends together, one per gene
   * @param seed of flips and intervals
   */
  static GeneChanges of(
      List<String> genes, WalkCurves curves, float[][] mean, double[] deviations, long seed) {
    double[] pValues = SignFlips.pValues(curves.slopes(), FLIPS, seed);
    double[] fdr = BenjaminiHochberg.adjust(pValues);
    double[] scores = scores(curves.trends(), deviations);
    List<GeneChange> changes =
        IntStream.range(0, genes.size())
            .mapToObj(
                gene ->
                    new GeneChange(
                        genes.get(gene),
                        gene,
                        trend(curves, mean, gene, pValues[gene], seed),
                        fdr[gene],
                        scores[gene]))
            .sorted(
                Comparator.comparingDouble((GeneChange change) -> -Math.abs(change.score()))
                    .thenComparingInt(GeneChange::index))
            .toList();
    return new GeneChanges(changes, scores);
  }

  private static GeneTrend trend(
      WalkCurves curves, float[][] mean, int gene, double pValue, long seed) {
    double[] curve = Arrays.stream(mean).mapToDouble(step -> step[gene]).toArray();
    ConfidenceInterval interval =
        Bootstrap.mean(
            Arrays.stream(curves.slopes()).mapToDouble(walk -> walk[gene]).toArray(), seed);
    return new GeneTrend(
        curve[0],
        curve[curve.length - 1],
        interval.estimate(),
        TrendSlope.monotonicity(curve),
        pValue,
        HalfStep.of(curve),
        interval.low(),
        interval.high());
  }

  /** Trends in units of the genes' deviations. */
  static double[] scores(double[] trends, double[] deviations) {
    return IntStream.range(0, trends.length)
        .mapToDouble(gene -> deviations[gene] > 0 ? trends[gene] / deviations[gene] : 0)
        .toArray();
  }

  /** How many genes change at the usual false discovery rate. */
  static long significant(double[][] slopes, long seed) {
    return Arrays.stream(BenjaminiHochberg.adjust(SignFlips.pValues(slopes, FLIPS, seed)))
        .filter(fdr -> fdr <= GeneChange.SIGNIFICANT)
        .count();
  }

  /** Largest change first. */
  List<GeneChange> ranked() {
    return ranked;
  }

  /** The change of one gene. */
  GeneChange of(String gene) {
    return ranked.stream()
        .filter(change -> change.gene().equals(gene))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("gene (" + gene + ") is not in the walk"));
  }

  /** The score of each gene in the order of the features. */
  double[] scores() {
    return scores.clone();
  }

  long significant() {
    return ranked.stream().filter(GeneChange::isSignificant).count();
  }

  /** How many genes change significantly upwards. */
  long rising() {
    return ranked.stream().filter(c -> c.isSignificant() && c.trend().trend() > 0).count();
  }
}
