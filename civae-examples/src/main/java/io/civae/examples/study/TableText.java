package io.civae.examples.study;

import java.util.ArrayList;
import java.util.List;

/** Tables as text. */
final class TableText {

  private TableText() {}

  static String markdown(List<String> head, List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    append(text, head);
    text.append("|").append("---|".repeat(head.size())).append("\n");
    lines.forEach(line -> append(text, line));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  static String csv(List<String> head, List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    List<List<String>> all = new ArrayList<>(List.of(head));
    all.addAll(lines);
    for (List<String> line : all) {
      text.append(String.join(",", line.stream().map(TableText::quoted).toList())).append("\n");
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
