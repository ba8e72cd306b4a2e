package io.civae.examples.singlecell.study;

import io.civae.evaluation.ConfidenceInterval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a study prints at its end. */
final class CellSummary {

  private CellSummary() {}

  static void print(
      PrintWriter out,
      Path folder,
      Separability separability,
      Map<String, CellWalk> walks,
      CellQuestion question) {
    for (SeparabilityRow row : separability.rows()) {
      ConfidenceInterval heldOut = row.heldOut();
      out.printf(
          Locale.ROOT,
          "%s: %.1f %%%s of %d test cells in their type%n",
          row.label(),
          100 * heldOut.estimate(),
          Double.isFinite(heldOut.high())
              ? String.format(Locale.ROOT, " ± %.1f", 100 * (heldOut.high() - heldOut.estimate()))
              : "",
          separability.testCells());
    }
    walks.forEach(
        (name, walk) -> {
          out.println(name + ":");
          CellVerdicts.of(walk, question).forEach(line -> out.println("  " + line));
        });
    out.println(folder.resolve("report.html"));
    out.flush();
  }
}
