package io.civae.examples.singlecell.study;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.report.ReportTable;
import io.civae.examples.report.TableCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The tables of the page. */
final class CellTables {

  private static final int TOP = 25;

  private CellTables() {}

  static ReportTable separability(Separability separability) {
    ReportTable table =
        ReportTable.captioned(
            "Linear separability of "
                + separability.types()
                + " cell types, per cent of "
                + separability.testCells()
                + " test cells",
            "from",
            "held out",
            "resubstitution",
            "seeds");
    double best =
        separability.rows().stream()
            .mapToDouble(row -> row.heldOut().estimate())
            .max()
            .orElseThrow();
    for (SeparabilityRow row : separability.rows()) {
      TableCell heldOut = percent(row.heldOut());
      table.row(
          row.label(),
          List.of(
              row.heldOut().estimate() == best ? heldOut.asBest() : heldOut,
              percent(row.resubstitution()),
              TableCell.text(Integer.toString(row.runs().size()))));
    }
    return table;
  }

  /** Types with many test cells first. */
  static ReportTable confusion(Separability separability) {
    TypeConfusion model = separability.row(Separability.CI_VAE).confusion();
    TypeConfusion components = separability.row(Separability.COMPONENTS).confusion();
    ReportTable table =
        ReportTable.captioned(
            "Test cells put in their type, per cent, and the type they are most often taken for"
                + " instead",
            "type",
            "test cells",
            Separability.CI_VAE,
            "instead",
            ComponentBaseline.COUNT + " components",
            "instead");
    IntStream.range(0, model.types().size())
        .filter(type -> model.cells(type) > 0)
        .boxed()
        .sorted(Comparator.comparingInt(type -> -model.cells(type)))
        .forEach(
            type ->
                table.row(
                    model.types().get(type),
                    List.of(
                        TableCell.text(Integer.toString(model.cells(type))),
                        percent(model.share(type, type)),
                        instead(model, type),
                        percent(components.share(type, type)),
                        instead(components, type))));
    return table;
  }

  private static TableCell percent(double share) {
    return TableCell.mean(100 * share, Double.NaN, 1);
  }

  private static TableCell instead(TypeConfusion confusion, int type) {
    int other = confusion.mostTakenFor(type);
    return other == type
        ? TableCell.text("–")
        : TableCell.text(
            String.format(
                Locale.ROOT,
                "%s, %.1f",
                confusion.types().get(other),
                100 * confusion.share(type, other)));
  }

  private static TableCell percent(ConfidenceInterval share) {
    return TableCell.mean(100 * share.estimate(), 100 * (share.high() - share.estimate()), 1);
  }

  static ReportTable markers(CellWalk walk) {
    ReportTable table =
        ReportTable.captioned(
            "Genes to look at: on the walk, and in all real cells by rank sums",
            "gene",
            "start",
            "end",
            "trend",
            "FDR",
            "half step",
            "real start",
            "real end",
            "AUC",
            "p",
            "both agree");
    for (Marker marker : walk.markers()) {
      GeneChange change = marker.change();
      List<TableCell> cells = new ArrayList<>(cells(change));
      cells.add(number(marker.realStart()));
      cells.add(number(marker.realEnd()));
      cells.add(TableCell.mean(marker.test().auc(), Double.NaN, 3));
      cells.add(small(marker.test().pValue()));
      cells.add(TableCell.text(marker.agrees() ? "yes" : "no"));
      table.row(change.gene(), cells);
    }
    return table;
  }

  static ReportTable largest(CellWalk walk) {
    ReportTable table =
        ReportTable.captioned(
            "The largest changes", "gene", "start", "end", "trend", "FDR", "half step");
    walk.changes().ranked().stream()
        .limit(TOP)
        .forEach(change -> table.row(change.gene(), cells(change)));
    return table;
  }

  /** How a gene changes along the walk. */
  private static List<TableCell> cells(GeneChange change) {
    return List.of(
        number(change.trend().startMean()),
        number(change.trend().endMean()),
        trend(change),
        small(change.fdr()),
        half(change));
  }

  static ReportTable ends(CellWalk walk) {
    ReportTable table =
        ReportTable.captioned(
            "Ends against "
                + walk.cells().heldOutFrom().length
                + " and "
                + walk.cells().heldOutTo().length
                + " real cells that no model saw, over all genes",
            "what",
            "correlation",
            "root mean square",
            "slope");
    EndsCheck ends = walk.ends();
    row(table, "decoded start", ends.start());
    row(table, "decoded end", ends.end());
    row(table, "decoded change", ends.change());
    row(table, "real cells of the start", ends.realStart());
    row(table, "real cells of the end", ends.realEnd());
    row(table, "their change", ends.realChange());
    return table;
  }

  private static void row(ReportTable table, String name, Agreement agreement) {
    table.row(
        name,
        List.of(
            TableCell.mean(agreement.correlation(), Double.NaN, 3),
            TableCell.mean(agreement.rms(), Double.NaN, 3),
            TableCell.mean(agreement.slope(), Double.NaN, 3)));
  }

  private static TableCell number(double value) {
    return TableCell.mean(value, Double.NaN, 3);
  }

  private static TableCell small(double value) {
    return TableCell.text(String.format(Locale.ROOT, "%.2g", value));
  }

  private static TableCell trend(GeneChange change) {
    return TableCell.interval(
        change.trend().trend(), change.trend().ciLow(), change.trend().ciHigh(), 3);
  }

  private static TableCell half(GeneChange change) {
    return TableCell.mean(change.trend().halfStep(), Double.NaN, 1);
  }
}
