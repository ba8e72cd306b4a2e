package io.civae.examples.study;

import io.civae.evaluation.ConfidenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The paper's Table 1, longer: a line for each metric, a column for each model. */
final class Table1 {

  private static final String NONE = "-";

  private final List<String> head = new ArrayList<>(List.of("metric"));
  private final List<List<String>> lines = new ArrayList<>();

  Table1(StudyResult result) {
    List<RowResult> columns = new ArrayList<>(result.rows());
    columns.addAll(result.references());
    columns.add(published("paper CI-VAE", PublishedFigures.CI_VAE));
    columns.add(published("paper VAE", PublishedFigures.VAE));
    for (RowResult peer : List.of(result.peer().ciVae(), result.peer().vae())) {
      if (!peer.runs().isEmpty()) {
        columns.add(peer);
      }
    }
    columns.forEach(column -> head.add(column.label()));
    head.add("CI-VAE / VAE");
    for (Metric metric : Metric.values()) {
      if (columns.stream().allMatch(column -> column.mean(metric).isEmpty())) {
        continue;
      }
      List<String> line = new ArrayList<>(List.of(metric.label()));
      columns.forEach(column -> line.add(cell(metric, column.mean(metric))));
      line.add(result.comparison(metric).map(Table1::ratio).orElse(NONE));
      lines.add(line);
    }
    lines.add(judge(result.judge(), columns));
  }

  /** Under every column whose walks it has judged. */
  private static List<String> judge(StudyJudge judge, List<RowResult> columns) {
    List<String> line = new ArrayList<>(List.of(StudyJudge.LABEL));
    columns.forEach(
        column -> line.add(column.mean(Metric.IN_CLASS).isPresent() ? judge.percent() : NONE));
    line.add(NONE);
    return line;
  }

  private static RowResult published(String label, Measurement figures) {
    return RowResult.reference(label, figures);
  }

  /** The columns' names. */
  List<String> head() {
    return List.copyOf(head);
  }

  /** A line for each metric that any column has, as wide as the head. */
  List<List<String>> lines() {
    return List.copyOf(lines);
  }

  /** {@code mean ± half the interval}, or the mean alone where there is no interval. */
  static String cell(Metric metric, Optional<ConfidenceInterval> mean) {
    return mean.map(
            interval ->
                Double.isFinite(interval.high())
                    ? metric.text(interval.estimate())
                        + " ± "
                        + metric.text(interval.high() - interval.estimate())
                    : metric.text(interval.estimate()))
        .orElse(NONE);
  }

  private static String ratio(Comparison comparison) {
    ConfidenceInterval ratio = comparison.ratio();
    if (Double.isNaN(ratio.estimate())) {
      return NONE;
    }
    String mean = String.format(Locale.ROOT, "%.3f", ratio.estimate());
    return Double.isFinite(ratio.high())
        ? String.format(Locale.ROOT, "%s ± %.3f", mean, ratio.high() - ratio.estimate())
        : mean;
  }

  String markdown() {
    return TableText.markdown(head, lines);
  }

  String csv() {
    return TableText.csv(head, lines);
  }
}
