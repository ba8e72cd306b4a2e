package io.civae.internal.model;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * Named texts that a user keeps with a model. Nothing here reads what they say.
 *
 * @param texts by name, in the order of the names, so that the same texts make the same file
 */
public record Metadata(Map<String, String> texts) {

  /** No text at all. */
  public static final Metadata NONE = new Metadata(Map.of());

  private static final int MOST_TEXTS = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SHOWN = 40;

  /**
   * A character takes up to seven bytes in a header, where JSON stands in JSON: this many leave
   * room for everything else in the 100 MB that a header may have.
   */
  private static final int MOST_CHARACTERS = 10_000_000;

  /**
   * Keeps a copy.
   *
   * @param texts at most 100, of at most 10,000,000 characters together, by names of 1 to 200
   * @throws IllegalArgumentException if they are more or longer, or no valid Unicode
   */
  public Metadata {
    checkCount(texts.size());
    texts = ImmutableSortedMap.copyOf(texts);
    checkCount(texts.size());
    long characters = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String name = text.getKey();
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "metadata name \""
                + shown(name)
                + "\" ("
                + name.length()
                + " characters) must have 1 to "
                + LONGEST_NAME);
      }
      checkUnicode(name, name);
      checkUnicode(name, text.getValue());
      characters += text.getValue().length();
    }
    if (characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "metadata (" + characters + " characters) must have at most " + MOST_CHARACTERS);
    }
  }

  /**
   * Refuses too many, before any is looked at.
   *
   * @param texts how many there are
   * @throws IllegalArgumentException if they are more than are kept
   */
  public static void checkCount(int texts) {
    if (texts > MOST_TEXTS) {
      throw new IllegalArgumentException(
          "metadata (" + texts + " texts) must have at most " + MOST_TEXTS);
    }
  }

  private static void checkUnicode(String name, String text) {
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          "metadata \"" + shown(name) + "\" must be valid Unicode: half of a character is missing");
    }
  }

  private static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }
}
