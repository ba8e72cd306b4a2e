package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.mnist.SmallMnist;
import io.civae.spi.NetworkParameters;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code mnist --checkpoint}, on digits of our own in files of MNIST's kind. */
class MnistCheckpointTest {

  /** Keeps other trainings out; stays in the folder. */
  private static final String LOCK = ".civae-checkpoint.lock";

  @TempDir static Path parent;
  private static Path data;

  @TempDir Path folder;

  /** What a command line came to. */
  private record Ended(int exitCode, String out, String err) {}

  @BeforeAll
  static void writeDigits() throws IOException {
    data = Files.createDirectory(parent.resolve("data"));
    SmallMnist.write(data, SyntheticDatasets.digits(30, 3L), 200);
  }

  private Ended run(String... options) {
    List<String> args = new ArrayList<>(List.of("mnist", "--data", data.toString()));
    args.addAll(List.of("--hidden", "16", "--latent-dim", "4", "--batch-size", "32"));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(options));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = ExamplesCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(args.toArray(String[]::new));
    return new Ended(exitCode, out.toString(), err.toString());
  }

  private Ended checkpointed(String... options) {
    List<String> all = new ArrayList<>(List.of("--epochs", "3"));
    all.addAll(List.of("--checkpoint", folder.resolve("checkpoints").toString()));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  private JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("out").resolve("metrics.json")))
        .getAsJsonObject();
  }

  private NetworkParameters parameters() {
    try (CiVaeModel model = CiVae.load(folder.resolve("out").resolve("model.civae"))) {
      return model.parameters();
    }
  }

  private List<String> checkpoints() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals(LOCK))
          .sorted()
          .toList();
    }
  }

  @Test
  void goesOnWhereItWasAndEndsAsIfItHadNotStopped() throws IOException {
    assertThat(run("--epochs", "3").exitCode()).isZero();
    NetworkParameters whole = parameters();
    assertThat(metrics().get("resumedFromStep").getAsLong()).isZero();

    Ended stopped = checkpointed("--time-budget", "0.00002");
    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    assertThat(metrics().get("ending").getAsString()).isEqualTo("time budget");
    assertThat(checkpoints()).containsExactly("checkpoint-000000001.safetensors");
    assertThat(parameters()).isNotEqualTo(whole);

    Ended continued = checkpointed();
    assertThat(continued.exitCode()).as(continued.err()).isZero();
    assertThat(metrics().get("resumedFromStep").getAsLong()).isEqualTo(1);
    assertThat(metrics().get("ending").getAsString()).isEqualTo("completed");
    assertThat(parameters()).isEqualTo(whole);
  }

  @Test
  void onlyRewritesItsOutputsWhenItHadEnded() throws IOException {
    assertThat(checkpointed().exitCode()).isZero();
    byte[] model = Files.readAllBytes(folder.resolve("out").resolve("model.civae"));
    byte[] walks = Files.readAllBytes(folder.resolve("out").resolve("walks.png"));
    JsonObject before = metrics();
    Files.delete(folder.resolve("out").resolve("model.civae"));
    Files.delete(folder.resolve("out").resolve("metrics.json"));

    Ended again = checkpointed();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("epoch ");
    assertThat(metrics()).isEqualTo(before);
    assertThat(folder.resolve("out").resolve("model.civae")).hasBinaryContent(model);
    assertThat(folder.resolve("out").resolve("walks.png")).hasBinaryContent(walks);
  }

  @Test
  void refusesOtherOptionsAgainstTheSameFolder() throws IOException {
    assertThat(checkpointed().exitCode()).isZero();
    List<String> before = checkpoints();
    Ended other = checkpointed("--beta", "3", "--seed", "8");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    assertThat(other.err().lines())
        .singleElement()
        .asString()
        .startsWith("civae-examples mnist: ")
        .contains("is a checkpoint of another training: ", "beta is 8.0 there and 3.0 here")
        .contains("seed is 7 there and 8 here", "trainingSha256 is ");
    assertThat(checkpoints()).isEqualTo(before);
  }

  @Test
  void saysWhyNoCheckpointCanBeRead() throws IOException {
    assertThat(checkpointed().exitCode()).isZero();
    for (String name : checkpoints()) {
      Files.writeString(folder.resolve("checkpoints").resolve(name), "nothing");
    }
    Ended damaged = checkpointed();
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.err()).contains("none of the ", "not a CI-VAE checkpoint");
  }

  @Test
  void refusesIntervalsThatMeanNothing() {
    assertThat(run("--checkpoint-every", "5").err())
        .contains("--checkpoint-every (5.0) needs --checkpoint");
    assertThat(checkpointed("--checkpoint-every", "0").exitCode()).isEqualTo(2);
    assertThat(run("--time-budget", "-1").err())
        .contains("--time-budget (-1.0) must be above 0 and at most 30 years");
    assertThat(run("--time-budget", "NaN").exitCode()).isEqualTo(2);
  }
}
