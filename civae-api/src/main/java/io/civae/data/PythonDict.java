package io.civae.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python dictionary literal of texts, truth values and tuples of whole numbers: as much of the
 * language as NumPy writes. Nothing is evaluated.
 */
final class PythonDict {

  private static final int LONGEST_SHOWN = 60;

  /** More digits than any size has, and fewer than would overflow a long. */
  private static final int LONGEST_NUMBER = 18;

  /** NumPy has at most 64 dimensions; the last part is empty behind a trailing comma. */
  private static final int LONGEST_TUPLE = 65;

  /** A key and its value; possessive throughout, so that no text makes it go back and forth. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*+['\"]([A-Za-z_]++)['\"]\\s*+:\\s*+"
              + "(?:(True|False)|'([^'\\\\]*+)'|\"([^\"\\\\]*+)\"|\\(([0-9,\\s]*+)\\))\\s*+");

  private final Map<String, Object> entries = new LinkedHashMap<>();

  PythonDict(String literal) {
    String text = literal.strip();
    if (!text.startsWith("{") || !text.endsWith("}") || text.length() < 2) {
      throw malformed(text);
    }
    String inside = text.substring(1, text.length() - 1);
    Matcher matcher = ENTRY.matcher(inside);
    int at = 0;
    while (!inside.substring(at).isBlank()) {
      matcher.region(at, inside.length());
      if (!matcher.lookingAt()) {
        throw malformed(inside.substring(at));
      }
      if (entries.put(matcher.group(1), value(matcher)) != null) {
        throw new IllegalArgumentException("its header has " + matcher.group(1) + " twice");
      }
      at = matcher.end();
      if (at < inside.length()) {
        if (inside.charAt(at) != ',') {
          throw malformed(inside.substring(at));
        }
        at++;
      }
    }
  }

  private static Object value(Matcher matcher) {
    if (matcher.group(2) != null) {
      return matcher.group(2).equals("True");
    }
    if (matcher.group(3) != null) {
      return matcher.group(3);
    }
    return matcher.group(4) != null ? matcher.group(4) : tuple(matcher.group(5));
  }

  /** {@code (3, 4)}, {@code (3,)} or {@code ()}, but not {@code (3)}, which is no tuple. */
  private static long[] tuple(String inside) {
    String text = inside.strip();
    if (text.isEmpty()) {
      return new long[0];
    }
    String[] parts = text.split(",", -1);
    boolean trailingComma = parts[parts.length - 1].isBlank();
    if (parts.length < 2 || parts.length > LONGEST_TUPLE) {
      throw malformed("(" + inside + ")");
    }
    long[] values = new long[trailingComma ? parts.length - 1 : parts.length];
    for (int i = 0; i < values.length; i++) {
      String digits = parts[i].strip();
      // No regular expression over the whole: its groups would recurse, part by part.
      if (digits.isEmpty() || digits.length() > LONGEST_NUMBER || !digits.matches("[0-9]+")) {
        throw malformed("(" + inside + ")");
      }
      values[i] = Long.parseLong(digits);
    }
    return values;
  }

  private static IllegalArgumentException malformed(String text) {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return new IllegalArgumentException("its header is malformed at " + shown.strip());
  }

  private <T> T take(String key, Class<T> type) {
    Object value = entries.remove(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "its header's " + key + (value == null ? " is missing" : " is of the wrong kind"));
    }
    return type.cast(value);
  }

  String text(String key) {
    return take(key, String.class);
  }

  boolean bool(String key) {
    return take(key, Boolean.class);
  }

  long[] integers(String key) {
    return take(key, long[].class);
  }

  /** A key that means something to a newer version must not be passed over. */
  void checkAllRead() {
    if (!entries.isEmpty()) {
      throw new IllegalArgumentException("its header has unknown keys " + entries.keySet());
    }
  }
}
