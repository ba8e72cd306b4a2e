package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.Mutator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
  private static final Mutator MUTATOR =
      new Mutator(
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
              "\n"));

  @TempDir private Path folder;

  @Test
  void loadsOrRefusesWhateverTheHeaderSays() throws IOException {
    assertLoadsOrRefuses(change -> WHOLE.withHeader(change), Mutator.trials(7_000));
  }

  @Test
  void loadsOrRefusesWhateverTheManifestSays() throws IOException {
    assertLoadsOrRefuses(change -> WHOLE.withManifest(change), Mutator.trials(10_000));
  }

  /** Numbers that are sound in themselves: what they do to the network is another matter. */
  @Test
  void loadsOrRefusesWhateverTheTensorsHold() throws IOException {
    Path file = folder.resolve("fuzzed.civae");
    for (int seed = 0; seed < Mutator.trials(5_000); seed++) {
      Random random = new Random(seed);
      byte[] data = WHOLE.data();
      int length = data.length;
      data = Arrays.copyOf(Mutator.bytes(random, data), length);
      LoadAttempt.replace(file, WHOLE.withData(data).bytes());
      Throwable thrown =
          catchThrowable(
              () -> {
                try (CiVaeModel model = CiVae.load(file)) {
                  model.encoder().encode(new float[][] {{1, 2, 3}});
                  model.decoder().decode(new float[][] {{1, 2}});
                  model.verify();
                }
              });
      if (thrown != null && !(thrown instanceof ModelFileException)) {
        throw new AssertionError("seed " + seed, thrown);
      }
    }
  }

  private interface Target {
    CraftedFile changed(UnaryOperator<String> change);
  }

  private void assertLoadsOrRefuses(Target target, int trials) throws IOException {
    Path file = folder.resolve("fuzzed.civae");
    int loaded = 0;
    for (int seed = 0; seed < trials; seed++) {
      Random random = new Random(seed);
      LoadAttempt.replace(file, target.changed(text -> MUTATOR.text(random, text)).bytes());
      Throwable thrown = catchThrowable(() -> CiVae.load(file).close());
      if (thrown == null) {
        loaded++;
      } else if (!(thrown instanceof ModelFileException)) {
        throw new AssertionError("seed " + seed, thrown);
      }
    }
    assertThat(loaded).isLessThan(trials / 2);
  }
}
