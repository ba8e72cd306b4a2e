package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.fixture.Mutator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Seeded changes of an archive behind a correct checksum: whatever they do, it is read or refused,
 * and nothing else.
 */
final class ArchiveFuzzing {

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

  private final Reader reader;
  private final Class<? extends RuntimeException> refusal;

  /** A reader, and the one kind of exception by which it may refuse. */
  ArchiveFuzzing(Reader reader, Class<? extends RuntimeException> refusal) {
    this.reader = reader;
    this.refusal = refusal;
  }

  /** Reads the bytes of an archive, and does with it what can be done. */
  interface Reader {
    void read(byte[] bytes) throws IOException;
  }

  /** Makes a file with one of its texts changed. */
  interface Target {
    CraftedFile changed(UnaryOperator<String> change);
  }

  /** Changes a text so often; most changes must be noticed. */
  void texts(Target target, int trials) {
    int read = 0;
    for (int seed = 0; seed < trials; seed++) {
      Random random = new Random(seed);
      if (readOrRefused(seed, target.changed(text -> MUTATOR.text(random, text)).bytes())) {
        read++;
      }
    }
    assertThat(read).isLessThan(trials / 2);
  }

  /** Changes the tensors so often. */
  void tensors(CraftedFile whole, int trials) {
    for (int seed = 0; seed < trials; seed++) {
      byte[] data = whole.data();
      byte[] changed = Mutator.bytes(new Random(seed), data);
      readOrRefused(seed, whole.withData(Arrays.copyOf(changed, data.length)).bytes());
    }
  }

  private boolean readOrRefused(int seed, byte[] bytes) {
    Throwable thrown = catchThrowable(() -> reader.read(bytes));
    if (thrown != null && !refusal.isInstance(thrown)) {
      throw new AssertionError("seed " + seed, thrown);
    }
    return thrown == null;
  }
}
