package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command line on a table came to. */
record CsvRun(int exitCode, String out, String err) {

  /** Enough to run everything, too little to learn anything. */
  private static final List<String> QUICK =
      List.of("--epochs", "1", "--hidden", "8", "--latent-dim", "2");

  static CsvRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = ExamplesCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    String[] line = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return new CsvRun(commandLine.execute(line), out.toString(), err.toString());
  }

  /** The same with a training of a second. */
  static CsvRun quick(Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(QUICK);
    return of(all.toArray());
  }

  /** The line of a walk along a table whose labels are in the column kind, with more behind it. */
  static Object[] walk(Path csv, int from, int to, int points, Path out, Object... more) {
    List<Object> line = new ArrayList<>(List.of("traverse", "--csv", csv, "--label", "kind"));
    line.addAll(List.of("--from", from, "--to", to, "--points", points, "--out", out));
    line.addAll(List.of(more));
    return line.toArray();
  }

  CsvRun succeeded() {
    assertThat(exitCode).as(err).isZero();
    return this;
  }

  /** One line at the end says why, with no trace. */
  void failed(int code, String... parts) {
    assertThat(exitCode).as(err).isEqualTo(code);
    assertThat(out).isEmpty();
    assertThat(err.lines().reduce((a, b) -> b).orElseThrow()).contains(parts);
    assertThat(err).doesNotContain("\tat ");
  }

  /** Rows of age (integer), size (two decimals), colour (names) and kind (the label: 20, 6). */
  static List<String> mixedRows() {
    Random random = new Random(5);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      boolean rare = i % 4 == 3;
      rows.add(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%s,%s",
              20 + random.nextInt(40),
              1 + random.nextInt(900) / 100.0,
              random.nextBoolean() ? "\"red, dark\"" : "blue",
              rare ? "rare" : "common"));
    }
    return rows;
  }
}
