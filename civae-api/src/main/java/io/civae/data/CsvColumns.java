package io.civae.data;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of a CSV file are features and which one, if any, is the label. */
final class CsvColumns {

  private static final int LONGEST_SHOWN = 40;

  private final int count;
  private final int label;
  private final ImmutableList<String> names;

  private CsvColumns(int count, int label, ImmutableList<String> names) {
    this.count = count;
    this.label = label;
    this.names = names;
  }

  /** From the file's first record, which is the header if there is one. */
  static CsvColumns of(CsvFormat format, List<String> first) {
    ImmutableList<String> names =
        format.hasHeader() ? ImmutableList.copyOf(first) : ImmutableList.of();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "line 1 names the column \"" + shown(name) + "\" twice; names must be distinct");
      }
    }
    int label = format.hasLabelName() ? names.indexOf(format.labelName()) : format.labelIndex();
    if (format.hasLabelName() && label < 0) {
      throw new IllegalArgumentException(
          "line 1 has no column \"" + shown(format.labelName()) + "\" for the labels");
    }
    if (label >= first.size()) {
      throw new IllegalArgumentException(
          "line 1 has "
              + first.size()
              + " columns; labelColumn ("
              + label
              + ") must be below that");
    }
    if (first.size() == 1 && label == 0) {
      throw new IllegalArgumentException("line 1 has no column beside the labels");
    }
    return new CsvColumns(first.size(), label, names);
  }

  int features() {
    return label < 0 ? count : count - 1;
  }

  /** The features' names; empty without a header. */
  ImmutableList<String> featureNames() {
    ImmutableList.Builder<String> features = ImmutableList.builder();
    for (int column = 0; column < names.size(); column++) {
      if (column != label) {
        features.add(names.get(column));
      }
    }
    return features.build();
  }

  /** Converts one record; returns its label, blank for none. */
  String read(List<String> fields, long line, float[] target) {
    if (fields.size() != count) {
      throw new IllegalArgumentException(
          "line " + line + " has " + fields.size() + " columns, line 1 has " + count);
    }
    int feature = 0;
    for (int column = 0; column < count; column++) {
      if (column != label) {
        target[feature++] = number(fields.get(column), line, column);
      }
    }
    return label < 0 ? "" : fields.get(label);
  }

  private float number(String field, long line, int column) {
    String text = field.strip();
    // Float.parseFloat also reads "1f", "0x1p3" and "Infinity", which are no decimal numbers.
    boolean decimal = !text.isEmpty();
    for (int i = 0; decimal && i < text.length(); i++) {
      char c = text.charAt(i);
      decimal = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
    if (!decimal) {
      throw wrong(field, line, column, "must be a decimal number", null);
    }
    try {
      float value = Float.parseFloat(text);
      if (!Float.isFinite(value)) {
        throw wrong(field, line, column, "is too large for a float", null);
      }
      return value;
    } catch (NumberFormatException e) {
      throw wrong(field, line, column, "must be a decimal number", e);
    }
  }

  private IllegalArgumentException wrong(
      String field, long line, int column, String rule, @Nullable Throwable cause) {
    String name = names.isEmpty() ? "" : " (" + shown(names.get(column)) + ")";
    return new IllegalArgumentException(
        "line " + line + ", column " + (column + 1) + name + ": \"" + shown(field) + "\" " + rule,
        cause);
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
