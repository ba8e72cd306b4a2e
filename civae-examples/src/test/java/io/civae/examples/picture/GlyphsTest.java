package io.civae.examples.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlyphsTest {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;-+=/()%<>_|!?'\""
          + "αβεμσ±×–−·→≤≥²°";

  private static String shape(char character) {
    StringBuilder shape = new StringBuilder();
    for (int y = 0; y < Glyphs.HEIGHT; y++) {
      for (int x = 0; x < Glyphs.WIDTH; x++) {
        shape.append(Glyphs.isInked(character, x, y) ? '#' : '.');
      }
    }
    return shape.toString();
  }

  @Test
  void drawsEveryCharacterInAShapeOfItsOwn() {
    Map<String, Character> seen = new HashMap<>();
    for (int i = 0; i < ALPHABET.length(); i++) {
      char character = ALPHABET.charAt(i);
      assertThat(Glyphs.has(character)).as("%s", character).isTrue();
      assertThat(shape(character)).as("%s", character).contains("#");
      assertThat(seen.put(shape(character), character)).as("%s", character).isNull();
    }
  }

  @Test
  void keepsDigitsAndCapitalsAboveTheBaseLine() {
    for (char character : new char[] {'0', '1', '5', '8', 'A', 'Q', 'X', 'Z'}) {
      assertThat(shape(character).substring(Glyphs.CAP_HEIGHT * Glyphs.WIDTH))
          .as("%s", character)
          .doesNotContain("#");
    }
    assertThat(shape('p').substring(Glyphs.CAP_HEIGHT * Glyphs.WIDTH)).contains("#");
  }

  @Test
  void leavesTheSpaceEmptyAndMarksWhatItDoesNotKnow() {
    assertThat(shape(' ')).doesNotContain("#");
    assertThat(shape('\u00e9')).isEqualTo(shape('?'));
  }

  @Test
  void measuresText() {
    assertThat(Glyphs.width("")).isZero();
    assertThat(Glyphs.width("8")).isEqualTo(5);
    assertThat(Glyphs.width("88")).isEqualTo(11);
  }
}
