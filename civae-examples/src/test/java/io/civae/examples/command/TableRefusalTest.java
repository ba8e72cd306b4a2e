package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables and options cannot give is refused before a training, with where and why. */
class TableRefusalTest {

  private static final String HEADER = "age,size,colour,kind\n";

  @TempDir Path folder;
  private String rows = "";
  private Path out;

  @BeforeEach
  void makeRows() {
    rows = HEADER + String.join("\n", CsvRun.mixedRows()) + "\n";
    out = folder.resolve("out.csv");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private CsvRun balance(Path csv, Object... more) {
    Object[] head = {"augment", "--csv", csv, "--label", "kind", "--balance", "--out", out};
    return CsvRun.quick(Stream.concat(Stream.of(head), Stream.of(more)).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NA", "?", "NaN", "null", " n/a ", ""})
  void takesTheSameWordsForAMissingLabelAsForAMissingValue(String word) throws IOException {
    Path csv = write(rows + "30,5.00,blue," + word + "\n");
    balance(csv).failed(1, "row 27, column 4 (kind) is missing (\"" + word + "\")", "unlabelled");
    CsvRun run = balance(csv, "--impute").succeeded();
    assertThat(run.err()).contains("1 rows without a label", "classes [common, rare]");
    assertThat(run.out()).contains("27 rows as they were, 14 synthetic");
  }

  @Test
  void saysThatAClassNeedsAnotherNameWhenItsNameMeansMissing() throws IOException {
    balance(write(rows + "30,5.00,blue,NA\n")).failed(1, "a class of that name needs another");
  }

  @Test
  void refusesANumberThatWouldBecomeZero() throws IOException {
    balance(write(rows + "30,1e-50,blue,rare\n"))
        .failed(1, "row 27, column 2 (size)", "\"1e-50\" is too small for a float");
    balance(write(rows + "30,0e-50,blue,rare\n")).succeeded();
  }

  @Test
  void takesAMissingValueForMissingWhateverSpacesAreAroundIt() throws IOException {
    Path csv = write(rows + "  NA  ,5.00,blue,rare\n");
    balance(csv).failed(1, "row 27, column 1 (age) is missing");
    assertThat(balance(csv, "--impute").succeeded().err())
        .contains("2 numeric columns, categorical: colour, 1 missing values");
  }

  @Test
  void refusesATableWithoutALabelBeforeItTrains() throws IOException {
    Path model = folder.resolve("kept.civae");
    Path csv = write(HEADER + "1,2.00,blue,\n2,3.00,red,\n3,3.50,red,\n");
    CsvRun run = balance(csv, "--impute", "--save-model", model);
    run.failed(1, "no row has a label");
    assertThat(run.err()).doesNotContain("epoch");
    assertThat(model).doesNotExist();
  }

  @Test
  void refusesAFolderThatCannotBeWrittenToBeforeItTrains() throws IOException {
    Path csv = write(rows);
    Path sealed = Files.createDirectory(folder.resolve("sealed"));
    assumeThat(sealed.toFile().setWritable(false)).isTrue();
    // Root may write anywhere but where the file system itself is not to be written.
    Path shut = Files.isWritable(sealed) ? Path.of("/sys") : sealed;
    assumeThat(Files.isDirectory(shut) && !Files.isWritable(shut)).isTrue();
    Path there = shut.resolve("out.csv");
    CsvRun run =
        CsvRun.quick("augment", "--csv", csv, "--label", "kind", "--balance", "--out", there);
    run.failed(1, "--out (" + there + ") must be in a folder that can be written to");
    assertThat(run.err()).doesNotContain("table:", "epoch");
  }

  @Test
  void refusesNumbersOfRowsThatNoMemoryHolds() throws IOException {
    Path csv = write(rows);
    int most = Integer.MAX_VALUE;
    CsvRun.quick(
            "augment", "--csv", csv, "--label", "kind", "--class", "rare", "--count", most, "--out",
            out)
        .failed(2, "count (2147483647) must be from 1 to 1,000,000");
    CsvRun.quick(CsvRun.walk(csv, 1, 2, most, out))
        .failed(2, "points (2147483647) must be from 1 to 1,000,000");
  }

  @Test
  void takesABackslashAndATForATab() throws IOException {
    List<String> lines =
        CsvRun.mixedRows().stream().map(row -> row.replace("\"red, dark\"", "red")).toList();
    Path csv = write((HEADER + String.join("\n", lines) + "\n").replace(',', '\t'));
    balance(csv, "--separator", "\\t").succeeded();
    assertThat(Files.readAllLines(out)).hasSize(41).allMatch(row -> row.split("\t").length == 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";;", "\\n"})
  void refusesASeparatorThatIsNotOneCharacter(String separator) throws IOException {
    balance(write(rows), "--separator=" + separator)
        .failed(2, "separator (" + separator + ") must be one character, or \\t for a tab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"1\"2,2.00,blue,rare", "\"12,2.00,blue,rare", "12,2.00,\"blue\" red,rare"})
  void saysInPlainWordsWhereQuotesAreWrong(String row) throws IOException {
    CsvRun run = balance(write(rows + row + "\n30,5.00,blue,rare\n"));
    run.failed(1, "has no row from line 28 on: a field that begins with a quote must end with one");
    assertThat(run.err()).doesNotContain("apache", "Exception");
  }

  @Test
  void saysInItsOwnWordsThatAModelIsEitherUsedOrKept() throws IOException {
    balance(write(rows), "--model", "a.civae", "--save-model", "b.civae")
        .failed(2, "--save-model is for training; with --model there is none");
  }
}
