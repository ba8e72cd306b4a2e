package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where every class is as large as the largest there is nothing to make. */
class BalancedTableTest {

  @TempDir Path folder;
  private Path out;
  private Path audit;

  @BeforeEach
  void nameFiles() {
    out = folder.resolve("out.csv");
    audit = folder.resolve("audit.csv");
  }

  private Path write(String rows) throws IOException {
    return Files.writeString(folder.resolve("even.csv"), "age,size,colour,kind\n" + rows);
  }

  private CsvRun balance(Path csv, Object... more) {
    Object[] head = {"augment", "--csv", csv, "--label", "kind", "--balance", "--out", out};
    return CsvRun.quick(Stream.concat(Stream.of(head), Stream.of(more)).toArray());
  }

  @Test
  void copiesATableThatIsBalancedAlreadyWithoutATraining() throws IOException {
    Path even = write("30,5.00,blue,rare\n31,5.10,blue,common\n");
    CsvRun run = balance(even, "--audit", audit).succeeded();
    assertThat(run.err())
        .contains("nothing to make: every class has as many rows as the largest already")
        .contains("no model is trained")
        .doesNotContain("epoch", "NaN");
    assertThat(run.out()).contains("2 rows as they were, 0 synthetic");
    assertThat(out).hasSameTextualContentAs(even);
    assertThat(Files.readAllLines(audit)).singleElement().asString().startsWith("row,class");
  }

  @Test
  void trainsOnATableThatIsBalancedAlreadyToKeepTheModelOnly() throws IOException {
    Path even = write("30,5.00,blue,rare\n31,5.10,red,common\n");
    Path model = folder.resolve("kept.civae");
    CsvRun run = balance(even, "--save-model", model).succeeded();
    assertThat(run.err()).containsSubsequence("for --save-model alone", "epoch 1/1");
    assertThat(model).isNotEmptyFile();
    assertThat(out).hasSameTextualContentAs(even);
    Files.delete(out);
    CsvRun.of(
            "augment",
            "--csv",
            even,
            "--label",
            "kind",
            "--balance",
            "--out",
            out,
            "--model",
            model)
        .succeeded();
    assertThat(out).hasSameTextualContentAs(even);
  }
}
