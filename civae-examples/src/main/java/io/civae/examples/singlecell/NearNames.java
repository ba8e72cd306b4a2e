package io.civae.examples.singlecell;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that look like one that does not exist, for messages. */
public final class NearNames {

  private static final int SHOWN = 3;

  private NearNames() {}

  /**
   * The nearest names by edit distance (Levenshtein, 1966), letter case aside.
   *
   * @param typed what does not exist
   * @param names those that do
   * @return at most three, nearest first, none that differs in more than half of its letters
   */
  public static List<String> of(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    record Near(String name, int distance) {}
    return names.stream()
        .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(near -> 2 * near.distance() <= Math.max(2, wanted.length()))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  /**
   * The nearest names as the end of a message.
   *
   * @param typed what does not exist
   * @param names those that do
   * @return for instance {@code "; near: CA2, CA1"}, or nothing when none is near
   */
  public static String hint(String typed, Collection<String> names) {
    List<String> near = of(typed, names);
    return near.isEmpty() ? "" : "; near: " + String.join(", ", near);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
