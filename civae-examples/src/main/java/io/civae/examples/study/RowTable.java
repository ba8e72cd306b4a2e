package io.civae.examples.study;

import java.util.ArrayList;
import java.util.List;

/** A line for each row, a column for each of some metrics. */
final class RowTable {

  private final List<String> head = new ArrayList<>();
  private final List<List<String>> lines = new ArrayList<>();

  RowTable(String first, List<RowResult> rows, List<Metric> metrics) {
    head.add(first);
    metrics.forEach(metric -> head.add(metric.label()));
    for (RowResult row : rows) {
      List<String> line = new ArrayList<>(List.of(row.label()));
      metrics.forEach(metric -> line.add(Table1.cell(metric, row.mean(metric))));
      lines.add(line);
    }
  }

  /** With a last column that says how often the judge is right on real test images. */
  RowTable judgedBy(StudyJudge judge) {
    head.add(StudyJudge.LABEL);
    lines.forEach(line -> line.add(judge.percent()));
    return this;
  }

  /** The columns' names. */
  List<String> head() {
    return List.copyOf(head);
  }

  /** A line for each row, as wide as the head. */
  List<List<String>> lines() {
    return List.copyOf(lines);
  }

  String markdown() {
    return TableText.markdown(head, lines);
  }

  String csv() {
    return TableText.csv(head, lines);
  }
}
