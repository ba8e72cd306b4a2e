package io.civae.examples.study;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.report.ReportTable;
import io.civae.examples.report.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of the page. */
final class PageTables {

  private PageTables() {}

  /** Table 1 with every model, the references, the paper and the peer. */
  static ReportTable models(StudyResult result) {
    List<RowResult> columns = new ArrayList<>(result.rows());
    columns.addAll(result.references());
    columns.add(RowResult.reference("paper CI-VAE", PublishedFigures.CI_VAE));
    columns.add(RowResult.reference("paper VAE", PublishedFigures.VAE));
    for (RowResult peer : List.of(result.peer().ciVae(), result.peer().vae())) {
      if (!peer.runs().isEmpty()) {
        columns.add(peer);
      }
    }
    List<String> names = new ArrayList<>(List.of("metric"));
    columns.forEach(column -> names.add(column.label()));
    ReportTable table = ReportTable.captioned("Table 1, longer", names.toArray(String[]::new));
    for (Metric metric : Metric.values()) {
      if (columns.stream().anyMatch(column -> column.mean(metric).isPresent())) {
        table.row(metric.label(), cells(metric, columns, result.rows()));
      }
    }
    TableCell judge = TableCell.text(result.judge().percent());
    return table.row(
        StudyJudge.LABEL,
        columns.stream()
            .map(column -> column.mean(Metric.IN_CLASS).isPresent() ? judge : TableCell.missing())
            .toList());
  }

  private static List<TableCell> cells(
      Metric metric, List<RowResult> columns, List<RowResult> trained) {
    Optional<Double> best = metric.best(trained);
    List<TableCell> cells = new ArrayList<>();
    for (RowResult column : columns) {
      TableCell cell = cell(metric, column.mean(metric));
      boolean isBest =
          trained.contains(column)
              && column.mean(metric).map(ConfidenceInterval::estimate).equals(best);
      cells.add(isBest ? cell.asBest() : cell);
    }
    return cells;
  }

  private static TableCell cell(Metric metric, Optional<ConfidenceInterval> mean) {
    return mean.map(
            interval ->
                TableCell.mean(
                    metric.scaled(interval.estimate()),
                    metric.scaled(interval.high() - interval.estimate()),
                    metric.decimals()))
        .orElseGet(TableCell::missing);
  }

  /** The grid over the weights, with the judge's own accuracy in each line. */
  static ReportTable sweep(StudyResult result) {
    return rows(
        "A grid over α and β, first seed",
        "weights",
        result.sweep(),
        Sweep.METRICS,
        Optional.of(result.judge()));
  }

  /** A line for each row, a column for each metric, and a last one for the judge who was asked. */
  static ReportTable rows(
      String caption,
      String first,
      List<RowResult> rows,
      List<Metric> metrics,
      Optional<StudyJudge> judge) {
    List<String> names = new ArrayList<>(List.of(first));
    metrics.forEach(metric -> names.add(metric.label()));
    judge.ifPresent(asked -> names.add(StudyJudge.LABEL));
    ReportTable table = ReportTable.captioned(caption, names.toArray(String[]::new));
    for (RowResult row : rows) {
      List<TableCell> cells = new ArrayList<>();
      metrics.forEach(metric -> cells.add(cell(metric, row.mean(metric))));
      judge.ifPresent(asked -> cells.add(TableCell.text(asked.percent())));
      table.row(row.label(), cells);
    }
    return table;
  }
}
