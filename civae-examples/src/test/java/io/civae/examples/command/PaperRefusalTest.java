package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import io.civae.examples.mnist.SmallMnist;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code paper} refuses before any work. */
class PaperRefusalTest {

  @TempDir static Path parent;
  private static Path data;

  @BeforeAll
  static void writeDigits() throws IOException {
    data = Files.createDirectory(parent.resolve("data"));
    LabeledDataset digits = SyntheticDatasets.digits(8, 3L);
    SmallMnist.write(data, digits, digits.size() - 20);
  }

  private static CsvRun run(String... options) {
    List<Object> args =
        new ArrayList<>(
            List.of("paper", "--quick", "--data", data, "--out", parent.resolve("study")));
    args.addAll(List.of(options));
    return CsvRun.of(args.toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sweep",
        "--semi-supervised",
        "--baselines=autoencoder",
        "--seeds=1",
        "--peer=a.jsonl"
      })
  void refusesOptionsOfTheStudyWhenOnlyWalksAreCompared(String option) {
    CsvRun ended = run("--traversals", option);
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains(option.replaceAll("=.*", "") + " is for the study; with --traversals there is");
  }

  @Test
  void refusesHostileOptions() {
    assertThat(run("--seeds", "0").err()).contains("seeds (0) must be at least 1");
    assertThat(run("--pairs", "-1").err()).contains("pairs (-1) must be at least 1");
    assertThat(run("--beta", "NaN").err()).contains("beta (NaN)");
    assertThat(run("--recipe", "worst").exitCode()).isEqualTo(2);
    assertThat(run("--peer", parent.resolve("nothing").toString()).exitCode()).isEqualTo(1);
  }

  @Test
  void namesTheLineOfAPeerThatIsNoRun() throws IOException {
    Path peer = Files.writeString(parent.resolve("peer.jsonl"), "{\"beta\": 0}\n[]\n");
    CsvRun ended = run("--peer", peer.toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("peer.jsonl: line 1 is not that of a run: seed is missing");
  }
}
