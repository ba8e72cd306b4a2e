package io.civae.examples.singlecell.study;

import io.civae.examples.singlecell.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A walk: from cells of one type in the first state to cells of the same or another type in the
 * second.
 *
 * @param fromType the type it starts in
 * @param toType the type it ends in; one class with the first when it is another
 */
record WalkPair(String fromType, String toType) {

  private static final String ARROW = ">";

  /** Whether two types become one class. */
  boolean merges() {
    return !fromType.equals(toType);
  }

  /** What the class of the two types is called. */
  String className() {
    return merges() ? fromType + " > " + toType : fromType;
  }

  /**
   * A name for a folder: letters a to z and digits of the types in lower case, a hyphen for each
   * run of anything else, {@code -to-} between two types; {@code walk} when nothing is left.
   */
  String folder() {
    String name = merges() ? slug(fromType) + "-to-" + slug(toType) : slug(fromType);
    return name.isEmpty() ? "walk" : name;
  }

  private static String slug(String type) {
    return type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * Reads what was typed. A type may have the arrow in its name: of all ways to read the text, one
   * must name types that exist.
   *
   * @throws IllegalArgumentException if none does; the message has names that are near
   */
  static WalkPair parse(String text, Collection<String> types) {
    if (types.contains(text.strip())) {
      return new WalkPair(text.strip(), text.strip());
    }
    List<String> unknown = new ArrayList<>();
    for (int at = text.indexOf(ARROW); at >= 0; at = text.indexOf(ARROW, at + 1)) {
      String from = text.substring(0, at).strip();
      String to = text.substring(at + 1).strip();
      if (types.contains(from) && types.contains(to)) {
        return new WalkPair(from, to);
      }
      unknown.add(types.contains(from) ? to : from);
    }
    String missing = unknown.isEmpty() ? text.strip() : unknown.get(0);
    throw new IllegalArgumentException(
        "--pairs ("
            + text
            + ") must name one type or two with > between, of "
            + types
            + "; there is no \""
            + missing
            + "\""
            + NearNames.hint(missing, types));
  }
}
