package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraverseCommandTest {

  private static final String ROW =
      "\\d+,\\d+\\.\\d\\d,(blue|\"red, dark\"),common,[-0-9.E]+,[-0-9.E]+,[-0-9.E]+,[-0-9.E]+";

  @TempDir Path folder;
  private Path csv;
  private Path out;

  @BeforeEach
  void writeTable() throws IOException {
    csv = folder.resolve("in.csv");
    Files.writeString(csv, "age,t,colour,kind\n" + String.join("\n", CsvRun.mixedRows()));
    out = folder.resolve("walk.csv");
  }

  private CsvRun walk(int from, int to, int points) {
    return CsvRun.quick(CsvRun.walk(csv, from, to, points, out));
  }

  @Test
  void writesAPointARowWithMarginAndProbabilities() throws IOException {
    CsvRun run = walk(1, 2, 5).succeeded();
    assertThat(run.err()).containsPattern("(?m)^(not )?certified");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0))
        .isEqualTo("age,t,colour,kind,t_,margin,probability common,probability rare");
    assertThat(lines.subList(1, 6)).allMatch(line -> line.matches(ROW));
    assertThat(lines).hasSize(6);
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      String[] fields = lines.get(i + 1).replace("red, dark", "red").split(",", -1);
      assertThat(Double.parseDouble(fields[4])).isEqualTo(i / 4.0);
      sum += Double.parseDouble(fields[6]) + Double.parseDouble(fields[7]);
    }
    assertThat(sum).isBetween(4.999, 5.001);
  }

  @Test
  void refusesRowsThatAreNotThereOrOfTwoClasses() {
    walk(1, 27, 5).failed(1, "to (27)", "1 to 26");
    walk(0, 2, 5).failed(2, "from (0)");
    walk(1, 2, 0).failed(2, "points (0)");
    walk(1, 4, 5).failed(1, "rows 1 (common) and 4 (rare)");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesASeedBesideAModelForAWalkDrawsNothing() {
    Path model = folder.resolve("kept.civae");
    CsvRun.quick(CsvRun.walk(csv, 1, 2, 3, out, "--seed", 3, "--save-model", model)).succeeded();
    for (String option : List.of("--seed", "--epochs", "--batch-size")) {
      CsvRun.of(CsvRun.walk(csv, 1, 2, 3, out, "--model", model, option, 3))
          .failed(2, option + " is for training; with --model there is none");
    }
    CsvRun.of(CsvRun.walk(csv, 1, 2, 3, out, "--model", model)).succeeded();
  }

  @Test
  void writesNoHeaderWhereThereWasNone() throws IOException {
    Files.writeString(csv, String.join("\n", CsvRun.mixedRows()));
    CsvRun.quick(
            "traverse",
            "--csv",
            csv,
            "--label",
            4,
            "--no-header",
            "--from",
            1,
            "--to",
            2,
            "--points",
            1,
            "--out",
            out)
        .succeeded();
    assertThat(Files.readAllLines(out)).singleElement().asString().matches(ROW);
  }
}
