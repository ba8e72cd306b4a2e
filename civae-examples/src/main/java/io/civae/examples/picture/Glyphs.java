package io.civae.examples.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A bitmap alphabet of 5 × 9 cells, two of the nine rows below the base line. Pictures are lettered
 * with it because a container often has no font, and AWT throws there.
 */
final class Glyphs {

  static final int WIDTH = 5;
  static final int HEIGHT = 9;

  /** The rows above the base line, which is how tall a digit or a capital is. */
  static final int CAP_HEIGHT = 7;

  /** From one character to the next. */
  static final int ADVANCE = WIDTH + 1;

  private static final char INK = '#';
  private static final char UNKNOWN = '?';
  private static final Map<Character, boolean[]> SHAPES = read();

  private Glyphs() {}

  /**
   * Whether a cell of a character is inked. A character without a shape looks like a question mark;
   * the space is empty.
   */
  static boolean isInked(char character, int x, int y) {
    if (character == ' ') {
      return false;
    }
    boolean[] shape = SHAPES.get(character);
    if (shape == null) {
      shape = Objects.requireNonNull(SHAPES.get(UNKNOWN), "glyphs.txt must have a question mark");
    }
    return shape[y * WIDTH + x];
  }

  static boolean has(char character) {
    return character == ' ' || SHAPES.containsKey(character);
  }

  /** Width in cells of a line of text. */
  static int width(String text) {
    return text.isEmpty() ? 0 : text.length() * ADVANCE - 1;
  }

  /** The file has bands: a line that names the characters, then nine lines that draw them. */
  private static Map<Character, boolean[]> read() {
    try (InputStream in = Glyphs.class.getResourceAsStream("glyphs.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, "glyphs.txt is missing"), StandardCharsets.UTF_8))) {
      Map<Character, boolean[]> shapes = new HashMap<>();
      for (String names = lines.readLine(); names != null; names = lines.readLine()) {
        String[] rows = new String[HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
          rows[y] = Objects.requireNonNull(lines.readLine(), "glyphs.txt ends within a band");
        }
        for (int at = 0; at < names.length(); at += ADVANCE) {
          shapes.put(names.charAt(at), shape(rows, at));
        }
      }
      return shapes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean[] shape(String[] rows, int at) {
    boolean[] shape = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = rows[i / WIDTH].charAt(at + i % WIDTH) == INK;
    }
    return shape;
  }
}
