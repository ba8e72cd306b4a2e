package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRefusalTest {

  private static final CsvFormat LABELLED = CsvFormat.withHeader().labelColumn("k");

  @TempDir private Path folder;

  private void assertRefused(byte[] text, CsvFormat format, String problem) throws IOException {
    Path file = Files.write(folder.resolve("x.csv"), text);
    assertThatThrownBy(() -> CsvDataset.open(file, format).close())
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem);
    assertThat(folder.resolve("x.csv.rows")).doesNotExist();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("", "is empty"),
        arguments("\uFEFF", "is empty"),
        arguments("a,k\n", "has a header but no row"),
        arguments("a,b\n1,2\n", "line 1 has no column \"k\" for the labels"),
        arguments("a,k,a\n1,2,3\n", "line 1 names the column \"a\" twice"),
        arguments("k\nb\n", "line 1 has no column beside the labels"),
        arguments("a,k\n1,b\n1,b,3\n", "line 3 has 3 columns, line 1 has 2"),
        arguments("a,k\n1,b\n1\n", "line 3 has 1 columns, line 1 has 2"),
        arguments("a,k\n1,b\n\n2,b\n", "line 3 has 1 columns, line 1 has 2"),
        arguments("a,k\n1,b\nx,b\n", "line 3, column 1 (a): \"x\" must be a decimal number"),
        arguments("a,k\n,b\n", "line 2, column 1 (a): \"\" must be a decimal number"),
        arguments("a,k\nNaN,b\n", "must be a decimal number"),
        arguments("a,k\nInfinity,b\n", "must be a decimal number"),
        arguments("a,k\n0x1p3,b\n", "must be a decimal number"),
        arguments("a,k\n1f,b\n", "must be a decimal number"),
        arguments("a,k\n1e,b\n", "must be a decimal number"),
        arguments("a,k\n--1,b\n", "must be a decimal number"),
        arguments("a,k\n1e39,b\n", "is too large for a float"),
        arguments("a,k\n1,\"b\n", "line 2, column 2 opens a quote that is never closed"),
        arguments("a,k\n1,\"b\"c\n", "line 2, column 2 goes on after its closing quote"),
        arguments("a,k\n1,b\"c\"\n", "line 2, column 2 has a quote in the middle"),
        arguments("a,k\r1,b\r", "line 1, column 2 is followed by a carriage return"),
        arguments(
            "a,k\n\"\n\n\",b\n3,b\n", "line 2, column 1 (a): \"\n\n\" must be a decimal number"),
        arguments(
            "a,k\n1,\"\n\n\"\nz,b\n", "line 5, column 1 (a): \"z\" must be a decimal number"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void saysWhatIsWrongAndWhere(String text, String problem) throws IOException {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), LABELLED, problem);
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    assertRefused(
        new byte[] {'a', ',', 'k', '\n', '1', ',', (byte) 0xff}, LABELLED, "is not UTF-8");
  }

  @Test
  void refusesFieldsAndRecordsWithoutEnd() throws IOException {
    byte[] one = new byte[70_000];
    Arrays.fill(one, (byte) '1');
    assertRefused(
        one, CsvFormat.withoutHeader(), "line 1, column 1 is longer than 65536 characters");
    byte[] separators = new byte[1_100_000];
    Arrays.fill(separators, (byte) ',');
    assertRefused(separators, CsvFormat.withoutHeader(), "line 1 has more than 1048576 columns");
  }

  @Test
  void refusesAColumnOfIdentifiersForLabels() throws IOException {
    StringBuilder text = new StringBuilder("a,k\n");
    for (int i = 0; i <= 1 << 16; i++) {
      text.append("1,id").append(i).append('\n');
    }
    assertRefused(
        text.toString().getBytes(StandardCharsets.UTF_8),
        LABELLED,
        "line 65538: the column of labels has more than 65536 different ones");
  }

  @Test
  void refusesALabelColumnThatIsNotThere() throws IOException {
    assertRefused(
        "1,2\n".getBytes(StandardCharsets.UTF_8),
        CsvFormat.withoutHeader().labelColumn(2),
        "line 1 has 2 columns; labelColumn (2) must be below that");
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r', '1', 'e', '.', '-', '+'})
  void refusesCharactersThatCannotSeparate(char separator) {
    assertThatThrownBy(() -> CsvFormat.withHeader().separator(separator))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be a quote, a line break or part of a number");
  }

  @Test
  void refusesFormatsThatContradictThemselves() {
    assertThatThrownBy(() -> CsvFormat.withoutHeader().labelColumn("k"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CsvFormat.withHeader().labelColumn(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labelColumn (-1) must be at least 0");
  }

  @Test
  void saysWhatIsNoFile() {
    Path missing = folder.resolve("missing.csv");
    assertThatThrownBy(() -> CsvDataset.open(missing, LABELLED))
        .isInstanceOf(DataFileException.class)
        .hasMessage(missing + ": does not exist");
    assertThatThrownBy(() -> CsvDataset.open(folder, LABELLED))
        .hasMessage(folder + ": is not a regular file");
  }

  /** Every byte that describes the rows is checked; the rows themselves are plain numbers. */
  @Test
  void noticesDamageBehindTheRowsOfAConvertedFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a,k\n1,b\n2,c\n3,\n");
    CsvDataset.open(file, LABELLED).close();
    Path rows = folder.resolve("x.csv.rows");
    byte[] whole = Files.readAllBytes(rows);
    int described = 3 * Float.BYTES + 3 * Integer.BYTES;
    for (int at = described; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      assertDamageNoticed(file, rows, damaged);
    }
    for (int length = 0; length < whole.length; length++) {
      assertDamageNoticed(file, rows, Arrays.copyOf(whole, length));
    }
    byte[] wrongClass = whole.clone();
    wrongClass[3 * Float.BYTES] = 9;
    assertDamageNoticed(file, rows, wrongClass);
    Files.write(rows, whole);
    CsvDataset.open(file, LABELLED).close();
  }

  private static void assertDamageNoticed(Path csv, Path rows, byte[] damaged) throws IOException {
    Files.write(rows, damaged);
    assertThat(catchThrowable(() -> CsvDataset.open(csv, LABELLED).close()))
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(rows + ": ");
  }
}
