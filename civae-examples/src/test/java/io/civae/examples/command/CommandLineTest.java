package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.mnist.SmallMnist;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  @TempDir Path folder;

  /** What a command line came to. */
  private record Ended(int exitCode, String out, String err) {}

  private static Ended run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = ExamplesCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return new Ended(commandLine.execute(args), out.toString(), err.toString());
  }

  private static void assertFailsInOneLine(int exitCode, String part, String... args) {
    Ended ended = run(args);
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().contains(part);
    assertThat(ended.err()).endsWith(System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "quickstart --help", "mnist -h", "doctor --help"})
  void explainsItself(String line) {
    Ended ended = run(line.split(" ", -1));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("Usage: civae-examples", "Exit codes", "--verbose");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void namesEveryCommandAndEveryOptionOfMnist() {
    assertThat(run("--help").out()).contains("quickstart", "mnist", "doctor");
    assertThat(run("mnist", "--help").out())
        .contains("--data", "--epochs", "--alpha", "--beta", "--seed", "--engine", "--batch-size")
        .contains("--learning-rate", "--hidden", "--dropout", "--device", "--out", "--export");
  }

  @Test
  void saysItsVersion() {
    Ended ended = run("mnist", "--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).matches("civae-examples \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void answersWrongUsageWithTwo() {
    assertFailsInOneLine(2, "subcommand");
    assertFailsInOneLine(2, "nonsense", "nonsense");
    assertFailsInOneLine(2, "--nonsense", "mnist", "--nonsense");
    assertFailsInOneLine(2, "'many'", "mnist", "--epochs", "many");
    assertFailsInOneLine(2, "--out", "quickstart", "--out");
  }

  @Test
  void answersSettingsOutOfRangeWithTwo() {
    assertFailsInOneLine(2, "beta (-0.5)", "mnist", "--beta", "-0.5");
    assertFailsInOneLine(2, "alpha (NaN)", "mnist", "--alpha", "NaN");
    assertFailsInOneLine(2, "epochs (0)", "mnist", "--epochs", "0");
    assertFailsInOneLine(2, "hiddenLayers[1] (0)", "mnist", "--hidden", "8,0");
    assertFailsInOneLine(2, "device", "mnist", "--device", "tpu");
    assertFailsInOneLine(2, "MXNet or PyTorch", "mnist", "--engine", "Theano");
  }

  @Test
  void answersMissingDataWithOneAndOneLine() {
    Path nowhere = folder.resolve("nowhere");
    Path out = folder.resolve("out");
    assertFailsInOneLine(
        1, nowhere.toString(), "mnist", "--data", nowhere.toString(), "--out", out.toString());
    assertFailsInOneLine(
        1, "train-images", "mnist", "--data", folder.toString(), "--out", out.toString());
    assertThat(out).doesNotExist();
  }

  @Test
  void leavesNoFolderBehindWhenTheDataAreDamaged() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    SmallMnist.write(data, SyntheticDatasets.digits(4, 3L), 20);
    Files.write(data.resolve("train-images-idx3-ubyte"), new byte[] {1, 2, 3});
    Path out = folder.resolve("out");
    for (String command : new String[] {"mnist", "paper"}) {
      assertFailsInOneLine(
          1, "train-images", command, "--data", data.toString(), "--out", out.toString());
      assertThat(out).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"augment", "traverse"})
  void explainsTheDefaultsThatTablesHave(String command) {
    String help = run(command, "--help").out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains("about 500 steps take for tables of up to 5,000 rows", "Default: 16 to 64 for")
        .contains("Default: 64,32 for tables", "for larger ones 512,512,256,256,128,128,64")
        .contains("Default: 8 for tables of up to 5,000 rows, for larger ones 20", "over features")
        .contains("Between fields; \\t is a tab")
        .doesNotContain("pixels");
    assertThat(run("mnist", "--help").out()).doesNotContain("5,000 rows");
  }

  @Test
  void explainsTheDefaultsThatRecipesHave() {
    String mnist = run("mnist", "--help").out().replaceAll("\\s+", " ");
    assertThat(mnist)
        .contains("summed over pixels. Default: the recipe's; without one 0.01.")
        .contains("0 is a plain VAE. Default: the recipe's; without one 8.")
        .contains("training images. Default: the recipe's; without one at least 15.");
    String paper = run("paper", "--help").out().replaceAll("\\s+", " ");
    assertThat(paper)
        .contains("summed over pixels. Default: the recipe's; that of plain is 4.0E-4.")
        .contains("0 is a plain VAE. Default: the recipe's; that of plain is 12.")
        .contains("Default: the recipe's; that of plain is 15, with --quick 10.")
        .contains("Default: the recipe's; that of plain is 128, with --quick 64.")
        .contains("512,512,256,256,128,128,64, with --quick 256,128,64.")
        .contains("report.html", "figures/", "animated GIF");
  }

  @Test
  void answersAnUnusableOutputFolderBeforeAnyWork() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertFailsInOneLine(1, "--out", "quickstart", "--out", file.toString());
  }

  @Test
  void addsWhereItHappenedWhenAsked() {
    String nowhere = folder.resolve("nowhere").toString();
    for (String[] args :
        new String[][] {
          {"mnist", "--data", nowhere, "--verbose"}, {"-v", "mnist", "--data", nowhere}
        }) {
      Ended ended = run(args);
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).contains("nowhere: is not a folder", "\tat io.civae.examples.");
    }
  }

  @Test
  void trainsTheQuickstartOnTheRealEngine() throws IOException {
    Path out = folder.resolve("deep").resolve("quickstart");
    Ended ended =
        run(
            "quickstart",
            "--out",
            out.toString(),
            "--seed",
            "5",
            "--per-class",
            "30",
            "--epochs",
            "2");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("240 observations", "discriminator accuracy", out.toString());
    assertThat(ended.err().lines()).hasSize(2).allMatch(line -> line.startsWith("epoch "));
    assertThat(out.resolve("walks.png")).isNotEmptyFile();
    assertThat(out.resolve("synthetic.png")).isNotEmptyFile();
    JsonObject metrics =
        JsonParser.parseString(Files.readString(out.resolve("metrics.json"))).getAsJsonObject();
    assertThat(metrics.get("engine").getAsString()).contains("DJL");
    assertThat(metrics.get("device").getAsString()).isIn("cpu", "gpu:0");
    assertThat(metrics.get("seed").getAsLong()).isEqualTo(5);
    assertThat(metrics.get("samplesPerSecond").getAsDouble()).isPositive();
    try (CiVaeModel model = CiVae.load(out.resolve("model.civae"))) {
      assertThat(model.featureNames()).hasSize(784);
    }
  }

  @Test
  void overwritesItsOwnFilesAndLeavesOthersAlone() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("metrics.json"), "old");
    Ended ended =
        run("quickstart", "--out", folder.toString(), "--per-class", "20", "--epochs", "1");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(folder.resolve("metrics.json")).content().startsWith("{");
    assertThat(other).hasContent("mine");
  }

  @Test
  void diagnosesForPeopleAndForPrograms() {
    Ended text = run("doctor");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .contains("Java", "processors", "native cache", "OMP_NUM_THREADS", "OMP_WAIT_POLICY")
        .contains("MXNET_ENGINE_TYPE")
        .contains("MXNet", "PyTorch");
    Ended json = run("doctor", "--json");
    assertThat(json.exitCode()).isZero();
    JsonObject found = JsonParser.parseString(json.out()).getAsJsonObject();
    assertThat(found.get("processors").getAsInt()).isPositive();
    assertThat(found.getAsJsonArray("engines")).hasSize(2);
  }
}
