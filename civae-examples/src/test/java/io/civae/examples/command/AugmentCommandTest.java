package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentCommandTest {

  private static final String HEADER = "age,size,colour,kind";
  private static final String ROW = "\\d+,\\d+\\.\\d\\d,(blue|\"red, dark\"),(rare|common)";

  @TempDir Path folder;
  private Path csv;
  private Path out;
  private Path audit;

  @BeforeEach
  void writeTable() throws IOException {
    csv = write("in.csv", HEADER + "\n" + String.join("\n", CsvRun.mixedRows()) + "\n");
    out = folder.resolve("out.csv");
    audit = folder.resolve("audit.csv");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CsvRun balance(Path table, String label, Object... more) {
    return CsvRun.quick(
        Stream.concat(
                Stream.of("augment", "--csv", table, "--label", label, "--balance", "--out", out),
                Stream.of(more))
            .toArray());
  }

  private List<String> added(Path original) throws IOException {
    String before = Files.readString(original);
    String after = Files.readString(out);
    assertThat(after).startsWith(before);
    return after.substring(before.length()).lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void balancesBehindTheOriginalBytesInTheSameForm() throws IOException {
    CsvRun run = balance(csv, "kind", "--audit", audit).succeeded();
    assertThat(run.out()).contains("26 rows as they were, 14 synthetic");
    assertThat(run.err()).contains("14 asked, 14 made", "categorical: colour", "epoch 1/1");
    List<String> added = added(csv);
    assertThat(added).hasSize(14).allMatch(line -> line.matches(ROW) && line.endsWith(",rare"));
    assertThat(added.stream().map(line -> Integer.parseInt(line.split(",", -1)[0])))
        .allMatch(age -> age >= 20 && age < 60);
    assertThat(added.stream().map(line -> Double.parseDouble(line.split(",", -1)[1])))
        .allMatch(size -> size >= 1 && size <= 10);
  }

  @Test
  void writesTheSameFileFromTheSameSeedOnly() throws IOException {
    balance(csv, "kind", "--seed", "3").succeeded();
    String first = Files.readString(out);
    balance(csv, "kind", "--seed", "3").succeeded();
    assertThat(out).hasContent(first);
    balance(csv, "kind", "--seed", "4").succeeded();
    assertThat(Files.readString(out)).isNotEqualTo(first);
  }

  @Test
  void takesTheLabelByNumberWithoutAHeader() throws IOException {
    Path bare = write("bare.csv", String.join("\r\n", CsvRun.mixedRows()));
    balance(bare, "4", "--no-header").succeeded();
    assertThat(Files.readString(out)).contains("\r\n").doesNotContain("age");
    assertThat(added(bare)).hasSize(14).allMatch(line -> line.matches(ROW));
    assertThat(Files.readAllLines(out)).hasSize(40);
  }

  @Test
  void takesColumnsOfNumbersForNamesWhenTold() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add((i % 3 == 0 ? 10 : 40) + "," + (20 + i) + "," + (i % 5 == 0 ? "rare" : "common"));
    }
    Path codes = write("codes.csv", "zone,age,kind\n" + String.join("\n", rows) + "\n");
    assertThat(balance(codes, "kind", "--categorical", "zone").succeeded().err())
        .contains("categorical: zone");
    assertThat(added(codes)).hasSize(18).allMatch(row -> row.matches("(10|40),\\d+,rare"));
    Path bare = write("bare.csv", String.join("\n", rows) + "\n");
    balance(bare, "3", "--no-header", "--categorical", "1").succeeded();
    assertThat(added(bare)).hasSize(18).allMatch(row -> row.matches("(10|40),\\d+,rare"));
  }

  @Test
  void refusesCategoricalColumnsThatCannotBe() throws IOException {
    balance(csv, "kind", "--categorical", "weight")
        .failed(1, "categorical (weight) must be one of its columns");
    balance(csv, "kind", "--categorical", "kind")
        .failed(2, "categorical (kind) must be another column than that of the labels");
    balance(csv, "4", "--no-header", "--categorical", "age")
        .failed(2, "categorical (age) must be a column's number from 1");
  }

  @Test
  void refusesACategoricalColumnThatIsOneOfNumbersToTheModel() throws IOException {
    Path model = folder.resolve("table.civae");
    balance(csv, "kind", "--save-model", model).succeeded();
    CsvRun.of(
            "augment",
            "--csv",
            csv,
            "--label",
            "kind",
            "--balance",
            "--out",
            out,
            "--model",
            model,
            "--categorical",
            "age")
        .failed(1, "column \"age\" is a column of numbers to the model");
  }

  @Test
  void makesSoManyOfOneClass() throws IOException {
    CsvRun.quick(
            "augment", "--csv", csv, "--label", "kind", "--class", "common", "--count", 9, "--out",
            out)
        .succeeded();
    assertThat(added(csv)).hasSize(9).allMatch(line -> line.endsWith(",common"));
  }

  @Test
  void refusesWhatTheTableCannotGiveBeforeTraining() {
    Object[] head = {"augment", "--csv", csv, "--label", "kind", "--out", out};
    CsvRun.of(with(head, "--class", "odd", "--count", 3)).failed(1, "class (odd)", "common, rare");
    CsvRun.of(with(head, "--class", "rare", "--count", 0)).failed(2, "count (0)");
    CsvRun.of(with(head, "--class", "rare")).failed(2, "--count");
    CsvRun.of(head).failed(2, "--balance");
    CsvRun.of(with(head, "--balance", "--class", "rare", "--count", 2)).failed(2, "exclusive");
    assertThat(out).doesNotExist();
  }

  private static Object[] with(Object[] head, Object... more) {
    return Stream.concat(Stream.of(head), Stream.of(more)).toArray();
  }

  @Test
  void samplesAClassOfOneRowOnlyWhenBalancing() throws IOException {
    Path lonely = write("one.csv", Files.readString(csv) + "33,4.44,blue,single\n");
    CsvRun.of(
            "augment", "--csv", lonely, "--label", "kind", "--class", "single", "--count", 2,
            "--out", out)
        .failed(1, "class (single) has one row");
    balance(lonely, "kind").succeeded();
    assertThat(added(lonely).stream().filter(line -> line.endsWith(",single"))).hasSize(19);
  }

  @Test
  void refusesMissingValuesWithTheirPlaceUnlessTheyAreToBeFilledIn() throws IOException {
    Path holes = write("holes.csv", Files.readString(csv) + ",5.00,NA,rare\n30,?,blue,\n");
    balance(holes, "kind").failed(1, "row 27, column 1 (age) is missing");
    assertThat(out).doesNotExist();
    CsvRun run = balance(holes, "kind", "--impute").succeeded();
    assertThat(run.err()).contains("28 rows", "3 missing values filled in");
    assertThat(added(holes)).hasSize(13).allMatch(line -> line.matches(ROW));
  }

  @Test
  void refusesATextThatIsNoTable() throws IOException {
    balance(write("ragged.csv", HEADER + "\n1,2,3\n"), "kind").failed(1, "row 1 has 3 columns");
    balance(write("empty.csv", ""), "kind").failed(1, "is empty");
    balance(write("head.csv", HEADER + "\n"), "kind").failed(1, "no row");
    balance(write("twice.csv", "a,a,kind\n1,2,x\n"), "kind").failed(1, "\"a\" twice");
    balance(csv, "sort").failed(1, "label (sort)", "age, size, colour, kind");
    balance(csv, "kind", "--no-header").failed(2, "label (kind)", "number");
    balance(csv, "5", "--no-header").failed(1, "label (5)");
    balance(folder.resolve("none.csv"), "kind").failed(1, "does not exist");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', ',', 'b', '\n', -28});
    balance(latin, "b").failed(1, "is not UTF-8");
  }

  @Test
  void refusesAColumnOfIdentifiers() throws IOException {
    StringBuilder text = new StringBuilder("id,x,kind\n");
    for (int i = 0; i < 300; i++) {
      text.append("n").append(i).append(",1.5,").append(i % 2).append('\n');
    }
    balance(write("ids.csv", text.toString()), "kind").failed(1, "\"id\"", "256", "\"n0\"");
  }

  @Test
  void neverWritesOverItsInput() throws IOException {
    String before = Files.readString(csv);
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), csv);
    CsvRun.of("augment", "--csv", csv, "--label", "kind", "--balance", "--out", link)
        .failed(1, "--out", "--csv");
    assertThat(csv).hasContent(before);
  }

  @Test
  void seesFromTheCommandLineAloneThatOneFileIsMeantTwice() throws IOException {
    String before = Files.readString(csv);
    Path same = folder.resolve("nowhere").resolve("..").resolve("in.csv");
    CsvRun.of("augment", "--csv", csv, "--label", "kind", "--balance", "--out", same)
        .failed(2, "--out (" + same + ") must be another file than --csv");
    balance(csv, "kind", "--audit", csv).failed(2, "--audit", "--csv");
    balance(csv, "kind", "--audit", out).failed(2, "--audit", "--out");
    balance(csv, "kind", "--save-model", csv).failed(2, "--save-model", "--csv");
    balance(csv, "kind", "--save-model", out).failed(2, "--save-model", "--out");
    balance(csv, "kind", "--audit", audit, "--save-model", audit)
        .failed(2, "--save-model", "--audit");
    CsvRun.of(
            "augment",
            "--csv",
            csv,
            "--label",
            "kind",
            "--balance",
            "--model",
            audit,
            "--out",
            out,
            "--audit",
            audit)
        .failed(2, "--audit", "--model");
    Path none = folder.resolve("none").resolve("none.csv");
    CsvRun.of("augment", "--csv", none, "--label", "kind", "--balance", "--out", none)
        .failed(2, "--out", "--csv");
    assertThat(csv).hasContent(before);
  }

  @Test
  void usesAKeptModelAgainForTheSameColumnsOnly() throws IOException {
    Path model = folder.resolve("table.civae");
    balance(csv, "kind", "--save-model", model).succeeded();
    String trained = Files.readString(out);
    Object[] reuse = {"augment", "--label", "kind", "--balance", "--out", out, "--model", model};
    CsvRun again = CsvRun.of(with(reuse, "--csv", csv)).succeeded();
    assertThat(again.err()).doesNotContain("epoch");
    assertThat(Files.readString(out)).hasSameSizeAs(trained).isEqualTo(trained);
    Path other = write("other.csv", "age,weight,colour,kind\n1,2,blue,rare\n2,3,blue,rare\n");
    CsvRun.of(with(reuse, "--csv", other)).failed(1, "other columns", "size", "weight");
    Path green = write("green.csv", Files.readString(csv) + "30,2.00,green,rare\n");
    CsvRun.of(with(reuse, "--csv", green)).failed(1, "\"green\"", "does not know");
    Path blue = write("blue.csv", HEADER + "\n30,2.00,blue,rare\n40,9.00,blue,rare\n");
    CsvRun.of(
            "augment", "--csv", blue, "--label", "kind", "--class", "rare", "--count", 5, "--out",
            out, "--model", model)
        .succeeded();
    assertThat(added(blue)).hasSize(5).allMatch(line -> line.contains(",blue,"));
    CsvRun.of(with(reuse, "--csv", csv, "--epochs", 3)).failed(2, "--epochs", "--model");
  }

  @Test
  void leavesNoTemporaryFileBehind() throws IOException {
    balance(csv, "kind", "--audit", audit).succeeded();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(csv, out, audit);
    }
  }
}
