package io.civae.examples.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of one column look like. */
final class ColumnSurvey {

  /** More are a sign that the column holds identifiers or free text. */
  static final int MOST_CATEGORIES = 256;

  /** No zeros in front: 01234 is a code, and would come back as 1234. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");

  private final String name;
  private final boolean saidCategorical;
  private final Map<String, Integer> counts = new HashMap<>();
  private boolean crowded;
  private @Nullable DecimalForm form;
  private @Nullable String text;
  private int textRow;
  private int missing;

  /** {@code saidCategorical}: its numbers are names, whatever they look like. */
  ColumnSurvey(String name, boolean saidCategorical) {
    this.name = name;
    this.saidCategorical = saidCategorical;
  }

  static boolean isMissing(String field) {
    // Stripped before it is measured; long texts are not worth a copy in lower case.
    String stripped = field.strip();
    return stripped.length() <= 4 && MISSING.contains(stripped.toLowerCase(Locale.ROOT));
  }

  /** Whether no field is another than one of these. */
  boolean hasOnly(List<String> known) {
    return !crowded && new HashSet<>(known).containsAll(counts.keySet());
  }

  void add(String field, int row) {
    if (isMissing(field)) {
      missing++;
      return;
    }
    if (!crowded) {
      counts.merge(field, 1, Integer::sum);
      crowded = counts.size() > MOST_CATEGORIES;
    }
    if (text != null) {
      return;
    }
    String stripped = field.strip();
    if (NUMBER.matcher(stripped).matches()) {
      DecimalForm one = DecimalForm.of(stripped);
      form = form == null ? one : form.and(one);
    } else {
      text = field;
      textRow = row;
    }
  }

  String name() {
    return name;
  }

  int missing() {
    return missing;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  boolean isNumeric() {
    return !saidCategorical && text == null && form != null;
  }

  NumericColumn numeric() {
    if (saidCategorical) {
      throw new IllegalArgumentException(
          where() + " is a column of numbers to the model; it cannot be categorical");
    }
    if (text != null || form == null) {
      throw new IllegalArgumentException(
          where() + " must hold numbers" + (text == null ? "" : ": " + firstText()));
    }
    return new NumericColumn(name, form);
  }

  /** The column with the categories that occur in it. */
  CategoricalColumn categorical() {
    return categorical(counts.keySet().stream().sorted().toList());
  }

  /** The column with categories that a model knows. */
  CategoricalColumn categorical(List<String> known) {
    if (crowded) {
      throw new IllegalArgumentException(
          where()
              + " has more than "
              + MOST_CATEGORIES
              + (saidCategorical
                  ? " different values"
                  : " different values and is no column of numbers")
              + (text == null ? "" : " (" + firstText() + ")")
              + "; names and numbers of rows cannot be learnt: remove it");
    }
    for (String category : counts.keySet()) {
      if (!known.contains(category)) {
        throw new IllegalArgumentException(
            where() + " has \"" + category + "\", which the model does not know: " + known);
      }
    }
    String common =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElseThrow();
    return new CategoricalColumn(name, known, Set.copyOf(counts.keySet()), common);
  }

  private String where() {
    return "column \"" + name + "\"";
  }

  private String firstText() {
    return "row " + textRow + " has \"" + text + "\"";
  }
}
