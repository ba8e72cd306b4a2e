package io.civae.examples.gain;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import io.civae.examples.gain.GainFigures.Kind;
import io.civae.examples.gain.GainSet.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures as tables of Markdown. */
final class GainPage {

  private final GainFigures figures;
  private final List<GainSet> tables;
  private final List<GainSet> images;

  GainPage(GainFigures figures, List<GainSet> tables, List<GainSet> images) {
    this.figures = figures;
    this.tables = tables;
    this.images = images;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("\nA figure with ± and a range in brackets are means with their 95 % intervals")
        .append(" (Student's t over splits): the first of a way alone, the second of differences")
        .append(" split by split, in which what the splits have in common cancels out.\n");
    for (User user : User.values()) {
      gain(text, user);
    }
    others(text);
    return text.toString();
  }

  private void gain(StringBuilder text, User user) {
    text.append("\nMacro-F1 of a ").append(user).append(":\n\n| set | splits |");
    for (Way way : Way.values()) {
      text.append(" ").append(way).append(" |");
    }
    text.append(" walks − SMOTE | walks − none |\n|---|---|");
    text.append("---|".repeat(Way.values().length + 2)).append("\n");
    tables.forEach(set -> line(text, user, set.name() + mark(set), List.of(set.name())));
    line(text, user, "**mean of the tables**", names(tables));
    List<GainSet> confirming = with(Role.CONFIRMATION);
    if (!confirming.isEmpty() && confirming.size() < tables.size()) {
      line(text, user, "mean of the sets for development", names(with(Role.DEVELOPMENT)));
      line(text, user, "**mean of the sets for confirmation**", names(confirming));
    }
    images.forEach(set -> line(text, user, set.name(), List.of(set.name())));
  }

  private static String mark(GainSet set) {
    return set.role() == Role.DEVELOPMENT ? " (development)" : "";
  }

  private List<GainSet> with(Role role) {
    return tables.stream().filter(set -> set.role() == role).toList();
  }

  private static List<String> names(List<GainSet> sets) {
    return sets.stream().map(GainSet::name).toList();
  }

  private void line(StringBuilder text, User user, String title, List<String> sets) {
    double[] walks = gain(sets, user, Way.WALKS);
    text.append("| ").append(title).append(" | ").append(walks.length).append(" |");
    for (Way way : Way.values()) {
      text.append(" ").append(alone(gain(sets, user, way))).append(" |");
    }
    for (Way other : List.of(Way.SMOTE, Way.NONE)) {
      text.append(" ").append(signed(walks, gain(sets, user, other))).append(" |");
    }
    text.append("\n");
  }

  private double[] gain(List<String> sets, User user, Way way) {
    return figures.meanOver(Kind.GAIN, sets, Optional.of(user), way);
  }

  /** Student's interval is as wide below the mean as above. */
  private static String alone(double[] way) {
    ConfidenceInterval mean = StudentInterval.mean(way);
    return Double.isNaN(mean.low()) // One split says nothing of the spread.
        ? format("%.3f", mean.estimate())
        : format("%.3f ± %.3f", mean.estimate(), (mean.high() - mean.low()) / 2);
  }

  private static String signed(double[] way, double[] other) {
    ConfidenceInterval difference = GainFigures.difference(way, other);
    if (Double.isNaN(difference.low())) {
      return format("%+.3f", difference.estimate()); // One split says nothing of the spread.
    }
    return format(
        "%+.3f [%+.3f, %+.3f]", difference.estimate(), difference.low(), difference.high());
  }

  private void others(StringBuilder text) {
    text.append("\n| set | novelty, SMOTE | novelty, walks |");
    for (User user : User.values()) {
      text.append(format(" TSTR %s, SMOTE | TSTR %s, walks |", user, user));
    }
    text.append("\n|---|---|---|").append("---|---|".repeat(User.values().length)).append("\n");
    tables.forEach(set -> others(text, set.name(), List.of(set.name())));
    others(text, "**mean of the tables**", names(tables));
    images.forEach(set -> others(text, set.name(), List.of(set.name())));
  }

  private void others(StringBuilder text, String title, List<String> sets) {
    text.append("| ").append(title).append(" |");
    for (Way way : List.of(Way.SMOTE, Way.WALKS)) {
      append(text, Kind.NOVELTY, sets, Optional.empty(), way);
    }
    for (User user : User.values()) {
      for (Way way : List.of(Way.SMOTE, Way.WALKS)) {
        append(text, Kind.TSTR, sets, Optional.of(user), way);
      }
    }
    text.append("\n");
  }

  private void append(
      StringBuilder text, Kind kind, List<String> sets, Optional<User> user, Way way) {
    double[] values = figures.meanOver(kind, sets, user, way);
    text.append(format(" %.2f |", StudentInterval.mean(values).estimate()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
