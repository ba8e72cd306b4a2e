package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import io.civae.fixture.Mutator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded damage of every kind: a file is read or refused, and nothing else happens. */
class FuzzedDataFileTest {

  private static final List<String> NPY_TOKENS =
      List.of(
          "'",
          "\"",
          "(",
          ")",
          ",",
          ":",
          "{",
          "}",
          "True",
          "False",
          "0",
          "9",
          "-",
          "<f4",
          ">f8",
          "|u1",
          "|O",
          "shape",
          "descr",
          "fortran_order",
          "\\",
          "\n",
          " ",
          "99999999999999999999",
          "2147483647",
          "\u0000",
          "é");

  private static final List<String> CSV_TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r",
          "\r\n",
          "\t",
          ";",
          "-",
          "+",
          ".",
          "e",
          "E9",
          "1e39",
          "NaN",
          "0x1",
          "\u0000",
          "\uFEFF",
          "\ud800",
          "日",
          " ",
          "1",
          "a",
          "k",
          "9".repeat(50));

  @TempDir private Path folder;

  private interface Attempt {
    void run(int seed) throws IOException;
  }

  /** Runs the trials and returns how many inputs were read. */
  private static int succeeded(int trials, Class<? extends Exception> refusal, Attempt attempt) {
    int succeeded = 0;
    for (int seed = 0; seed < trials; seed++) {
      int current = seed;
      Throwable thrown = catchThrowable(() -> attempt.run(current));
      if (thrown == null) {
        succeeded++;
      } else if (!refusal.isInstance(thrown)) {
        throw new AssertionError("seed " + seed, thrown);
      }
    }
    assertThat(succeeded).isLessThan(trials);
    return succeeded;
  }

  private Path replace(byte[] bytes) throws IOException {
    Path file = folder.resolve("fuzzed");
    Files.deleteIfExists(file);
    return Files.write(file, bytes);
  }

  private static void readEnds(MappedFeatureMatrix matrix) {
    try (matrix) {
      matrix.row(0);
      matrix.row(matrix.rows() - 1);
    }
  }

  @Test
  void readsOrRefusesIdxFiles() {
    byte[] images =
        ByteBuffer.allocate(16 + 60)
            .putInt(0x0803)
            .putInt(5)
            .putInt(4)
            .putInt(3)
            .put(new byte[60])
            .array();
    byte[] floats =
        ByteBuffer.allocate(12 + 48)
            .putInt(0x0D02)
            .putInt(4)
            .putInt(3)
            .put(NpyBytes.floats(ByteOrder.BIG_ENDIAN, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
            .array();
    int read =
        succeeded(
            Mutator.trials(20_000),
            DataFileException.class,
            seed -> {
              byte[] whole = seed % 2 == 0 ? images : floats;
              byte[] fuzzed = Mutator.bytes(new Random(seed), whole);
              readEnds(MappedFeatureMatrix.ofIdx(replace(fuzzed)));
            });
    assertThat(read).isPositive();
  }

  @Test
  void readsOrRefusesNpyFiles() {
    Mutator mutator = new Mutator(NPY_TOKENS);
    byte[] data = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
    String header = NpyBytes.header("<f8", "(2, 3)");
    int read =
        succeeded(
            Mutator.trials(20_000),
            DataFileException.class,
            seed -> {
              Random random = new Random(seed);
              int version = 1 + seed % 3;
              byte[] fuzzed =
                  seed % 2 == 0
                      ? Mutator.bytes(random, NpyBytes.of(version, header, data))
                      : NpyBytes.of(version, mutator.text(random, header), data);
              readEnds(MappedFeatureMatrix.ofNpy(replace(fuzzed)));
            });
    assertThat(read).isPositive();
  }

  @Test
  void convertsOrRefusesCsvText() {
    Mutator mutator = new Mutator(CSV_TOKENS);
    String text = "age,k,\"we,ight\"\n1,b,2.5\r\n-3e2,\"a \"\"x\"\"\",.5\n4,,+6.\n";
    int read =
        succeeded(
            Mutator.trials(25_000),
            IllegalArgumentException.class,
            seed -> {
              CsvFormat format =
                  seed % 3 == 0
                      ? CsvFormat.withoutHeader().labelColumn(1)
                      : CsvFormat.withHeader().labelColumn("k");
              StringReader fuzzed = new StringReader(mutator.text(new Random(seed), text));
              CsvConversion.convert(fuzzed, format, "source", new ByteArrayOutputStream());
            });
    assertThat(read).isPositive();
  }

  @Test
  void readsOrRefusesConvertedFiles() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFormat format = CsvFormat.withHeader().labelColumn("k");
    CsvConversion.convert(new StringReader("a,k\n1,b\n2,c\n3,\n"), format, "source", out);
    byte[] whole = out.toByteArray();
    succeeded(
        Mutator.trials(10_000),
        DataFileException.class,
        seed -> {
          byte[] fuzzed = Mutator.bytes(new Random(seed), whole);
          RowsFile file = RowsFile.open(replace(fuzzed));
          assertThat(file.labels()).hasSize(3);
          readEnds(file.matrix());
        });
  }

  /** The trailer's own numbers lie, behind a CRC that fits them. */
  @Test
  void readsOrRefusesTrailersOfAnotherMaking() throws IOException {
    byte[] rows = NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3);
    byte[] classes = new byte[12];
    byte[] trailer =
        new RowsTrailer("source", 3, 1, ImmutableList.of("a"), ImmutableList.of("b", "c"))
            .toBytes();
    succeeded(
        Mutator.trials(5_000),
        DataFileException.class,
        seed -> {
          byte[] fuzzed = Mutator.bytes(new Random(seed), trailer);
          ByteBuffer bytes =
              ByteBuffer.allocate(24 + fuzzed.length + RowsFile.FOOTER_BYTES)
                  .put(rows)
                  .put(classes)
                  .put(fuzzed)
                  .put(RowsFile.footer(fuzzed));
          RowsFile file = RowsFile.open(replace(bytes.array()));
          assertThat(Arrays.asList(file.labels())).isNotEmpty();
          readEnds(file.matrix());
        });
  }
}
