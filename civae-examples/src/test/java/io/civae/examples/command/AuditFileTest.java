package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the audit file says of each synthetic row, computed anew in plain doubles from the model
 * that was kept and the table that was written.
 */
class AuditFileTest {

  private static final int REAL = 26;
  private static final List<String> CLASSES = List.of("common", "rare");
  private static final int RARE = 1;

  /**
   * Sizes are written with two decimals, after the audit; ages and colours as they were audited.
   */
  private static final double ROUNDING = 0.005 + 1e-4;

  @TempDir static Path folder;
  private static List<List<String>> audits;
  private static double[][] rows;
  private static int[] rare;
  private static LatentDistribution posterior;
  private static double[][] weight;
  private static double[] bias;

  @BeforeAll
  static void augmentOnce() throws IOException {
    Path csv = folder.resolve("in.csv");
    Files.writeString(csv, "age,size,colour,kind\n" + String.join("\n", CsvRun.mixedRows()) + "\n");
    Path out = folder.resolve("out.csv");
    Path audit = folder.resolve("audit.csv");
    Path kept = folder.resolve("kept.civae");
    Object[] line = {
      "augment",
      "--csv",
      csv,
      "--label",
      "kind",
      "--balance",
      "--out",
      out,
      "--audit",
      audit,
      "--save-model",
      kept,
      "--epochs",
      30,
      "--hidden",
      "8",
      "--latent-dim",
      "2"
    };
    CsvRun.of(line).succeeded();
    audits = Files.readAllLines(audit).stream().map(text -> List.of(text.split(",", -1))).toList();
    List<String[]> fields =
        Files.readAllLines(out).stream()
            .skip(1)
            .map(text -> text.replace("\"red, dark\"", "red").split(",", -1))
            .toList();
    rare = IntStream.range(0, REAL).filter(i -> fields.get(i)[3].equals("rare")).toArray();
    try (CiVaeModel model = CiVae.load(kept)) {
      assertThat(model.classNames()).isEqualTo(CLASSES);
      List<String> names = model.featureNames();
      rows = fields.stream().map(row -> features(row, names)).toArray(double[][]::new);
      posterior = model.encoder().encode(floats());
    }
    bias = SavedTensors.read(kept).values("discriminator.bias");
    double[] flat = SavedTensors.read(kept).values("discriminator.weight");
    weight = new double[][] {{flat[0], flat[1]}, {flat[2], flat[3]}};
  }

  private static double[] features(String[] row, List<String> names) {
    double[] features = new double[names.size()];
    features[names.indexOf("age")] = Double.parseDouble(row[0]);
    features[names.indexOf("size")] = Double.parseDouble(row[1]);
    features[names.indexOf(row[2].equals("red") ? "colour=red, dark" : "colour=blue")] = 1;
    return features;
  }

  private static float[][] floats() {
    float[][] real = new float[REAL][rows[0].length];
    for (int i = 0; i < REAL; i++) {
      for (int f = 0; f < real[i].length; f++) {
        real[i][f] = (float) rows[i][f];
      }
    }
    return real;
  }

  /** A line of the audit file by its columns. */
  private record Line(List<String> fields) {

    int row(String column) {
      return Integer.parseInt(text(column)) - 1;
    }

    double figure(String column) {
      return Double.parseDouble(text(column));
    }

    String text(String column) {
      return fields.get(audits.get(0).indexOf(column));
    }

    /** The point of the walk between the parents that was decoded. */
    double[] latent() {
      float[] first = posterior.mean()[row("first_parent")];
      float[] second = posterior.mean()[row("second_parent")];
      double t = figure("t");
      return IntStream.range(0, first.length)
          .mapToDouble(j -> (1 - t) * first[j] + t * second[j])
          .toArray();
    }
  }

  private static List<Line> lines() {
    List<Line> lines = audits.stream().skip(1).map(Line::new).toList();
    assertThat(lines).hasSize(14);
    return lines;
  }

  @Test
  void hasALineForEachRowInTheOrderOfTheTable() {
    assertThat(String.join(",", audits.get(0)))
        .isEqualTo(
            "row,class,first_parent,second_parent,t,probability,margin,hole_score,nearest,"
                + "nearest_distance,adjusted_features");
    assertThat(rows).hasNumberOfRows(REAL + 14);
    List<Integer> numbers = new ArrayList<>();
    for (Line line : lines()) {
      numbers.add(line.row("row"));
      assertThat(line.text("class")).isEqualTo("rare");
      assertThat(line.figure("adjusted_features")).isBetween(0.0, (double) rows[0].length);
    }
    assertThat(numbers).isEqualTo(IntStream.range(REAL, REAL + 14).boxed().toList());
  }

  @Test
  void namesTwoParentsOfTheClassAndAPlaceInTheFirstHalf() {
    for (Line line : lines()) {
      assertThat(rare).contains(line.row("first_parent"), line.row("second_parent"));
      assertThat(line.row("first_parent")).isNotEqualTo(line.row("second_parent"));
      assertThat(line.figure("t")).isBetween(0.0, 0.5);
    }
    assertThat(lines().stream().map(line -> line.text("t"))).doesNotHaveDuplicates();
  }

  @Test
  void saysTheProbabilityAndTheMarginOfThePlaceThatWasDecoded() {
    for (Line line : lines()) {
      double[] z = line.latent();
      double[] logits = new double[2];
      double apart = 0;
      for (int j = 0; j < z.length; j++) {
        logits[0] += weight[0][j] * z[j];
        logits[1] += weight[1][j] * z[j];
        apart += Math.pow(weight[1][j] - weight[0][j], 2);
      }
      double lead = logits[RARE] + bias[RARE] - logits[0] - bias[0];
      double probability = 1 / (1 + Math.exp(-lead));
      assertThat(line.figure("probability")).isCloseTo(probability, within(1e-4));
      assertThat(line.figure("margin")).isCloseTo(lead / Math.sqrt(apart), within(1e-3));
    }
  }

  @Test
  void saysTheDensityOfTheClassThere() {
    for (Line line : lines()) {
      double[] z = line.latent();
      double density = 0;
      for (int member : rare) {
        double log = 0;
        for (int j = 0; j < z.length; j++) {
          double logVariance = posterior.logVariance()[member][j];
          double off = z[j] - posterior.mean()[member][j];
          log -= (Math.log(2 * Math.PI) + logVariance + off * off * Math.exp(-logVariance)) / 2;
        }
        density += Math.exp(log) / rare.length;
      }
      assertThat(line.figure("hole_score")).isCloseTo(Math.log(density), within(1e-2));
    }
  }

  @Test
  void saysHowFarTheRowThatWasWrittenIsFromTheNearestRealOne() {
    for (Line line : lines()) {
      double[] written = rows[line.row("row")];
      double nearest =
          IntStream.of(rare).mapToDouble(i -> distance(written, rows[i])).min().orElseThrow();
      assertThat(line.figure("nearest_distance")).isCloseTo(nearest, within(ROUNDING));
      assertThat(rare).contains(line.row("nearest"));
      assertThat(line.figure("nearest_distance"))
          .isCloseTo(distance(written, rows[line.row("nearest")]), within(ROUNDING));
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(f -> (a[f] - b[f]) * (a[f] - b[f])).sum());
  }
}
