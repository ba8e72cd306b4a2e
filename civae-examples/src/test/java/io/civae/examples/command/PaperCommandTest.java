package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.data.LabeledDataset;
import io.civae.examples.mnist.SmallMnist;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole study, small, on drawn digits through the real command line and a real engine. */
class PaperCommandTest {

  private static final int PER_CLASS = 30;
  private static final int TEST_IMAGES = 50;

  @TempDir static Path parent;
  private static Path data;
  private static Path out;
  private static Ended first;

  /** What a command line came to. */
  private record Ended(int exitCode, String out, String err) {}

  private static Ended run(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("paper", "--quick", "--data", data.toString(), "--out", out.toString()));
    args.addAll(List.of(options));
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine = ExamplesCommand.commandLine();
    commandLine.setOut(new PrintWriter(written));
    commandLine.setErr(new PrintWriter(errors));
    int exitCode = commandLine.execute(args.toArray(String[]::new));
    return new Ended(exitCode, written.toString(), errors.toString());
  }

  private static Ended small(String... further) {
    List<String> options =
        new ArrayList<>(List.of("--seeds", "2", "--epochs", "2", "--hidden", "32", "--pairs", "5"));
    options.addAll(List.of(further));
    return run(options.toArray(String[]::new));
  }

  @BeforeAll
  static void runOnce() throws IOException {
    data = Files.createDirectory(parent.resolve("data"));
    out = parent.resolve("study");
    LabeledDataset digits = SyntheticDatasets.digits(PER_CLASS, 3L);
    SmallMnist.write(data, digits, digits.size() - TEST_IMAGES);
    first = small();
  }

  private static JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("metrics.json"))).getAsJsonObject();
  }

  @Test
  void writesEveryOutput() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("| metric | CI-VAE | VAE | autoencoder | conditional VAE |");
    for (String file :
        List.of(
            "metrics.json",
            "table1.md",
            "table1.csv",
            "sweep.md",
            "sweep.csv",
            "semi-supervised.md",
            "semi-supervised.csv",
            "report.html",
            "figures/figure3.png",
            "figures/figure4.png",
            "figures/figure5.png",
            "figures/figure6.png",
            "figures/figure7.png",
            "figures/sweep.png",
            "figures/walk-0.gif",
            "figures/walk-9.gif",
            "runs/ci-vae-seed1/model.civae",
            "runs/ci-vae-seed1/evaluation.json",
            "runs/conditional-vae-seed2/model-9.civae")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void measuresEveryModelWithinTheRangesOfTheMetrics() throws IOException {
    JsonObject rows = metrics().getAsJsonObject("rows");
    assertThat(rows.keySet()).containsExactly("CI-VAE", "VAE", "autoencoder", "conditional VAE");
    for (Map.Entry<String, JsonElement> row : rows.entrySet()) {
      assertThat(row.getValue().getAsJsonObject().getAsJsonArray("runs")).hasSize(2);
      JsonObject means = row.getValue().getAsJsonObject().getAsJsonObject("mean");
      assertThat(means.keySet()).contains("sse", "path.inClass", "path.frechet", "path.roundTrip");
      for (Map.Entry<String, JsonElement> mean : means.entrySet()) {
        JsonObject interval = mean.getValue().getAsJsonObject();
        double estimate = interval.get("estimate").getAsDouble();
        assertThat(interval.get("low").getAsDouble()).isLessThanOrEqualTo(estimate);
        assertThat(interval.get("high").getAsDouble()).isGreaterThanOrEqualTo(estimate);
        if (mean.getKey().matches("separability.*|discriminator.*|path\\.(inClass|wh|wor).*")) {
          assertThat(estimate).as(mean.getKey()).isBetween(0.0, 1.0);
        } else if (!mean.getKey().equals("path.hole")) {
          assertThat(estimate).as(mean.getKey()).isNotNegative();
        }
      }
    }
    assertThat(rows.toString()).contains("discriminator.accuracy", "path.hole");
  }

  @Test
  void comparesModelsSeedBySeedAndSetsThePaperBeside() throws IOException {
    JsonObject root = metrics();
    JsonObject ratio =
        root.getAsJsonObject("ciVaeOverVae").getAsJsonObject("sse").getAsJsonObject("ratio");
    JsonObject rows = root.getAsJsonObject("rows");
    double sum = 0;
    for (int seed = 0; seed < 2; seed++) {
      sum += sse(rows, "CI-VAE", seed) / sse(rows, "VAE", seed);
    }
    assertThat(ratio.get("estimate").getAsDouble()).isCloseTo(sum / 2, within(1e-9));
    assertThat(
            root.getAsJsonObject("paper")
                .getAsJsonObject("VAE")
                .get("separability.resubstitution")
                .getAsDouble())
        .isEqualTo(0.9081);
    assertThat(root.getAsJsonObject("judge").get("testAccuracy").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(root.getAsJsonObject("sweep").size()).isEqualTo(4);
    JsonObject study = root.getAsJsonObject("study");
    assertThat(study.get("backend").getAsString())
        .startsWith("DJL ")
        .contains("engine " + study.get("engine").getAsString() + " ");
    assertThat(study.get("seconds.training").getAsDouble()).isPositive();
    assertThat(study.get("seconds.command").getAsDouble()).isPositive();
    assertThat(root.getAsJsonObject("semiSupervised").size()).isEqualTo(4);
  }

  @Test
  void saysInEveryTableOfWalksHowGoodTheJudgeIs() throws IOException {
    String accuracy =
        String.format(
            Locale.ROOT,
            "%.2f",
            100 * metrics().getAsJsonObject("judge").get("testAccuracy").getAsDouble());
    String label = "test accuracy of the judge itself, %";
    assertThat(out.resolve("table1.md"))
        .content()
        .contains("| " + label + " | " + (accuracy + " | ").repeat(6) + "- |");
    assertThat(out.resolve("table1.csv"))
        .content()
        .contains("\"" + label + "\"" + (",\"" + accuracy + "\"").repeat(6) + ",\"-\"");
    List<String> sweep = Files.readAllLines(out.resolve("sweep.csv"));
    assertThat(sweep.get(0))
        .contains("the same fitted without a penalty, %", "walk points in class, worst class, %")
        .endsWith(",\"" + label + "\"");
    assertThat(sweep.subList(1, 5)).allMatch(line -> line.endsWith(",\"" + accuracy + "\""));
    assertThat(out.resolve("sweep.md")).content().contains(label, " | " + accuracy + " |\n");
  }

  private static double sse(JsonObject rows, String row, int seed) {
    return rows.getAsJsonObject(row)
        .getAsJsonArray("runs")
        .get(seed)
        .getAsJsonObject()
        .getAsJsonObject("metrics")
        .get("sse")
        .getAsDouble();
  }

  @Test
  void goesOnWithoutTrainingAnythingTwice() throws IOException {
    String before = metrics().getAsJsonObject("rows").toString();
    // Typed now, the same engine is no other one.
    String engine = metrics().getAsJsonObject("study").get("engine").getAsString();
    Ended second = small("--engine", engine);
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.err())
        .contains("is there already", "the judge, trained before, is right on")
        .doesNotContain("] training ", "training the judge");
    assertThat(metrics().getAsJsonObject("rows").toString()).isEqualTo(before);
  }

  @Test
  void comparesEveryKindOfWalkOnTheKeptModel() throws IOException {
    Ended ended = run("--epochs", "2", "--hidden", "32", "--pairs", "5", "--traversals");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("is there already").doesNotContain("] training ");
    List<String> lines = Files.readAllLines(out.resolve("traversals.csv"));
    int columns = lines.get(0).split("\",\"", -1).length;
    assertThat(lines.stream().skip(1).map(line -> line.split("\"", -1)[1]))
        .containsExactly(
            "linear",
            "spherical",
            "normalised",
            "polyline through the class mean",
            "hole-aware",
            "geodesic",
            "pixel blending",
            "real against real");
    assertThat(lines).allMatch(line -> line.split("\",\"", -1).length == columns);
    // Of three images a class there is no interval; all else there is.
    String[] linear = lines.get(1).split("\",\"", -1);
    assertThat(Arrays.copyOfRange(linear, 2, 4)).containsOnly("-");
    assertThat(linear).filteredOn("-"::equals).hasSize(2);
    assertThat(lines.get(1)).doesNotContain("NaN");
    assertThat(ended.out()).isEqualTo(Files.readString(out.resolve("traversals.md")));
  }

  @Test
  void refusesAFolderWithATrainingOfOtherSettings() {
    Ended ended = small("--beta", "3");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("beta 12.0, but now it is 3.0").contains("--out");
  }

  @Test
  void refusesToGoOnWithAnotherEngine() throws IOException {
    String engine = metrics().getAsJsonObject("study").get("engine").getAsString();
    String other = engine.equals("MXNet") ? "PyTorch" : "MXNet";
    Ended ended = small("--engine", other);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .contains("backend \"DJL " + engine + "\", but now it is \"DJL " + other + "\"", "--out");
  }
}
