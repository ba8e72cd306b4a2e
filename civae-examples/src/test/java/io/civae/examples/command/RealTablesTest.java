package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTablesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ecoli, 8, false",
    "glass, 10, false",
    "new-thyroid, 6, false",
    "oil-spill, 50, false",
    "breast-cancer-wdbc, 31, false",
    "Vehicle, label, true",
    "yeast4, Class, true"
  })
  void balancesRealTablesExactlyAndInTheirForm(String name, String label, boolean header)
      throws IOException {
    String data = System.getProperty("civae.data", "");
    assumeTrue(!data.isEmpty(), "needs -Dcivae.data=FOLDER");
    Path csv = Path.of(data, "imbalanced", name + ".csv");
    assumeTrue(Files.isRegularFile(csv), csv + " is not there");
    Path out = folder.resolve("out.csv");
    CsvRun.quick(
            "augment",
            "--csv",
            csv,
            "--label",
            label,
            "--balance",
            "--out",
            out,
            header ? "--seed=1" : "--no-header")
        .succeeded();
    assertThat(Files.readString(out)).startsWith(Files.readString(csv).stripTrailing());
    List<String> lines = Files.readAllLines(out).subList(header ? 1 : 0, lineCount(out));
    Map<String, Long> counts =
        lines.stream()
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    assertThat(counts.values()).containsOnly(Collections.max(counts.values()));
    int real = lineCount(csv) - (header ? 1 : 0);
    List<String> made = lines.subList(real, lines.size());
    int columns = lines.get(0).split(",", -1).length;
    for (int c = 0; c < columns - 1; c++) {
      assertThat(decimals(made, c)).isLessThanOrEqualTo(decimals(lines.subList(0, real), c));
      assertThat(values(made, c))
          .allMatch(new Within(values(lines.subList(0, real), c))::holds, "in the column's range");
    }
  }

  private static int lineCount(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  /** The range of a column. */
  private record Within(BigDecimal low, BigDecimal high) {

    Within(List<BigDecimal> real) {
      this(Collections.min(real), Collections.max(real));
    }

    boolean holds(BigDecimal value) {
      return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }
  }

  private static List<BigDecimal> values(List<String> lines, int column) {
    return lines.stream().map(line -> new BigDecimal(line.split(",", -1)[column])).toList();
  }

  private static int decimals(List<String> lines, int column) {
    return values(lines, column).stream().mapToInt(BigDecimal::scale).max().orElseThrow();
  }
}
