package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CiVae;
import io.civae.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded changes of header and manifest behind a correct checksum: whatever they do, a file loads
 * or is refused, and nothing else.
 */
class FuzzedModelFileTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  /** What JSON is made of, and what its readers stumble over. */
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "null",
          "true",
          "0",
          "-",
          "1e",
          "1e999999999",
          "-0.0",
          "9223372036854775808",
          "2147483648",
          "NaN",
          "Infinity",
          "\\u0000",
          "\\ud800",
          "\"a\":1,",
          "\"shape\":[],",
          "\u2028",
          "é",
          " ",
          "\n");

  @TempDir private Path folder;

  @Test
  void loadsOrRefusesWhateverTheHeaderSays() throws IOException {
    assertLoadsOrRefuses(change -> WHOLE.withHeader(change), 1500);
  }

  @Test
  void loadsOrRefusesWhateverTheManifestSays() throws IOException {
    assertLoadsOrRefuses(change -> WHOLE.withManifest(change), 3000);
  }

  private interface Target {
    CraftedFile changed(UnaryOperator<String> change);
  }

  private void assertLoadsOrRefuses(Target target, int trials) throws IOException {
    Path file = folder.resolve("fuzzed.civae");
    int loaded = 0;
    for (int seed = 0; seed < trials; seed++) {
      Random random = new Random(seed);
      LoadAttempt.replace(file, target.changed(text -> mutated(random, text)).bytes());
      Throwable thrown = catchThrowable(() -> CiVae.load(file).close());
      if (thrown == null) {
        loaded++;
      } else if (!(thrown instanceof ModelFileException)) {
        throw new AssertionError("seed " + seed, thrown);
      }
    }
    assertThat(loaded).isLessThan(trials / 2);
  }

  private static String mutated(Random random, String text) {
    StringBuilder result = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(result.length());
      int length = Math.min(result.length() - at, 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> result.delete(at, at + length);
        case 1 -> result.insert(at, result.substring(at, at + length));
        case 2 -> result.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
        default -> result.replace(at, at + 1, TOKENS.get(random.nextInt(TOKENS.size())));
      }
    }
    return result.toString();
  }
}
