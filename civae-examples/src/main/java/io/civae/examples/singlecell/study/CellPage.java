package io.civae.examples.singlecell.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.picture.Picture;
import io.civae.examples.report.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code report.html} and the pictures beside it. */
final class CellPage {

  private final Path folder;
  private final CellQuestion question;
  private final ReportPage page;

  CellPage(Path folder, CellQuestion question) {
    this.folder = folder;
    this.question = question;
    page =
        ReportPage.titled(
            "Single cells: from " + question.from() + " to " + question.to() + ", gene by gene");
  }

  void separability(Separability separability) {
    page.section("Cell types")
        .prose(
            "Means over seeds with Student's 95 % interval. Held out: a logistic regression fitted"
                + " on training cells, scored on test cells. The intervals are over"
                + " trainings on this one split of the cells; another --seed splits them anew.")
        .table(CellTables.separability(separability))
        .prose(
            String.format(
                Locale.ROOT,
                "CI-VAE less VAE: %s points; their intervals are %s. CI-VAE less principal"
                    + " components: %s points.",
                points(separability.overVae()),
                separability.isApart() ? "apart" : "not apart",
                points(separability.overComponents())))
        .table(CellTables.confusion(separability));
  }

  private static String points(ConfidenceInterval share) {
    return Double.isFinite(share.low())
        ? String.format(
            Locale.ROOT,
            "%+.1f [%+.1f, %+.1f]",
            100 * share.estimate(),
            100 * share.low(),
            100 * share.high())
        : String.format(Locale.ROOT, "%+.1f", 100 * share.estimate());
  }

  void walk(String name, CellWalk walk) throws IOException {
    WalkPair pair = walk.cells().pair();
    page.section(pair.className() + ": " + question.from() + " to " + question.to());
    page.prose(
        walk.cells().from().length
            + " cells of "
            + pair.fromType()
            + " in "
            + question.from()
            + " and as many of "
            + pair.toType()
            + " in "
            + question.to()
            + ", "
            + walk.trends().pairs()
            + " walks of "
            + CellWalk.STEPS
            + " steps. Models see the class, not the state.");
    CellVerdicts.of(walk, question).forEach(page::prose);
    WalkFigures figures = new WalkFigures(walk, question);
    page.table(CellTables.markers(walk));
    figure(
        folder.resolve(name).resolve("trends.png"),
        figures.trends(),
        "Genes to look at along the walk.",
        "Curves of genes over the steps of the walk with the spread over pairs.");
    page.table(CellTables.largest(walk));
    figure(
        folder.resolve(name).resolve("heatmap.png"),
        figures.heatMap(),
        "Genes by steps, ordered by when they change.",
        "Heat map with a row for each gene and a column for each step.");
    page.table(CellTables.ends(walk));
  }

  void maps(CellMaps maps) throws IOException {
    page.section("Maps")
        .prose(
            maps.size() + " test cells; distances between far groups mean nothing in such maps.");
    figure(
        folder.resolve("types.png"),
        maps.byType(),
        "Latents of test cells by type.",
        "Scatter plots of latents by t-SNE and UMAP, coloured by cell type.");
    figure(
        folder.resolve("states.png"),
        maps.byState(),
        "Latents of test cells by state, which no model was told.",
        "Scatter plots of latents by t-SNE and UMAP, coloured by state.");
  }

  void settings(JsonObject about) throws IOException {
    page.section("What this can tell")
        .prose(
            "A walk orders cells that were all measured once, by how alike they are to a model. It"
                + " has no time and no cause: that a gene changes early on it does not say that it"
                + " changes first in any cell, nor that it drives anything. Means and p-values are"
                + " of decoded cells, which a model has smoothed; where a gene matters, look at"
                + " the real cells beside it.");
    Map<String, String> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : about.entrySet()) {
      JsonElement value = entry.getValue();
      entries.put(entry.getKey(), value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }
    page.section("Settings").settings(entries);
    page.writeTo(folder.resolve("report.html"));
  }

  private void figure(Path file, Picture picture, String caption, String alternative)
      throws IOException {
    picture.writePng(file);
    page.figure(picture, caption, alternative);
  }
}
