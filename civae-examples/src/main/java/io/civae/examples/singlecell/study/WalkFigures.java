package io.civae.examples.singlecell.study;

import io.civae.examples.figure.StepHeatMap;
import io.civae.examples.figure.TrendPanel;
import io.civae.examples.figure.TrendPlots;
import io.civae.examples.picture.Picture;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pictures of a walk. */
final class WalkFigures {

  private static final int SHOWN = 60;

  private final CellWalk walk;
  private final CellQuestion question;

  WalkFigures(CellWalk walk, CellQuestion question) {
    this.walk = walk;
    this.question = question;
  }

  private String title() {
    WalkPair pair = walk.cells().pair();
    return pair.className() + ", " + question.from() + " to " + question.to();
  }

  /** The largest changes and the genes to look at, those that change first on top. */
  Picture heatMap() {
    Stream<GeneChange> largest = walk.changes().ranked().stream().limit(SHOWN);
    Stream<GeneChange> looked = walk.markers().stream().map(Marker::change);
    List<GeneChange> shown =
        Stream.concat(largest, looked)
            .distinct()
            .filter(change -> Double.isFinite(change.trend().halfStep()))
            .sorted(
                Comparator.comparingDouble((GeneChange change) -> change.trend().halfStep())
                    .thenComparingInt(GeneChange::index))
            .toList();
    float[][] mean = walk.trends().mean();
    return StepHeatMap.draw(
        "When genes change: " + title(),
        List.of(
            "mean over "
                + walk.trends().pairs()
                + " pairs at each of "
                + CellWalk.STEPS
                + " steps; each row on its own scale",
            "the largest changes, ordered by the step at which half of the change is reached",
            walk.changes().significant()
                + " of "
                + walk.changes().ranked().size()
                + " genes change at a false discovery rate of "
                + GeneChange.SIGNIFICANT),
        question.from(),
        question.to(),
        shown.stream().map(c -> new StepHeatMap.Row(c.gene(), column(mean, c.index()))).toList());
  }

  /** The genes to look at. */
  Picture trends() {
    float[][] mean = walk.trends().mean();
    float[][] spread = walk.trends().spread();
    return TrendPlots.draw(
        "Genes along the walk: " + title(),
        List.of(
            "log-normalised; line: mean over pairs, band: their standard deviation",
            "rings: means of all real cells at either end"),
        walk.markers().stream()
            .map(
                marker ->
                    new TrendPanel(
                        marker.change().gene(),
                        note(marker.change()),
                        column(mean, marker.change().index()),
                        column(spread, marker.change().index()),
                        marker.realStart(),
                        marker.realEnd()))
            .toList());
  }

  private static String note(GeneChange change) {
    return String.format(
        Locale.ROOT, "trend %+.2f, fdr %.2g", change.trend().trend(), change.fdr());
  }

  private static List<Double> column(float[][] rows, int gene) {
    return Arrays.stream(rows).map(row -> (double) row[gene]).toList();
  }
}
