package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import io.civae.examples.singlecell.preprocess.Preprocessing;
import io.civae.examples.singlecell.read.DelimitedMatrix;
import io.civae.examples.singlecell.read.Values;
import io.civae.examples.singlecell.study.SimulatedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole study, small, on simulated counts through the real command line and a real engine. */
class SingleCellCommandTest {

  private static final int GENES = SmallCellStudy.GENES;

  @TempDir static Path parent;
  private static SmallCellStudy study;
  private static SimulatedFiles files;
  private static Path out;
  private static CsvRun first;

  private static CsvRun run(Path folder, Object... more) {
    return study.run(folder, more);
  }

  @BeforeAll
  static void runOnce() throws IOException {
    study = SmallCellStudy.write(parent);
    files = study.files();
    out = parent.resolve("study");
    first = study.walking(out);
  }

  private static JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("metrics.json"))).getAsJsonObject();
  }

  @Test
  void writesEveryOutput() throws IOException {
    first.succeeded();
    assertThat(first.out()).contains("test cells in their type", "type0:", "report.html");
    assertThat(first.err()).contains("[2/3] training", "of training left in all", "walk type0");
    for (String file :
        List.of(
            "metrics.json",
            "confusion.csv",
            "report.html",
            "types.png",
            "states.png",
            "model.civae",
            "preprocessing.json",
            "type0/genes.csv",
            "type0/steps.csv",
            "type0/heatmap.png",
            "type0/trends.png",
            "type1-to-type2/genes.csv")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    try (CiVaeModel model = CiVae.load(out.resolve("model.civae"))) {
      assertThat(model.classNames()).containsExactlyInAnyOrder("type0", "type1 > type2");
      assertThat(model.featureNames()).hasSize(GENES);
    }
    Preprocessing record =
        Preprocessing.fromJson(Files.readString(out.resolve("preprocessing.json")));
    assertThat(record.genes().size()).isEqualTo(GENES);
  }

  /** New cells are put into latents by the model's file and nothing else. */
  @Test
  void keepsTheRecordOfThePreprocessingInTheModel() throws IOException {
    Path alone = Files.copy(out.resolve("model.civae"), parent.resolve("alone.civae"));
    try (CiVaeModel model = CiVae.load(alone);
        CellSource cells =
            DelimitedMatrix.open(
                files.counts(), DelimitedMatrix.Layout.CELLS_BY_GENES, Values.COUNTS)) {
      Preprocessing record = Preprocessing.of(model);
      assertThat(out.resolve("preprocessing.json")).hasContent(record.toJson());
      PreparedCells prepared = record.apply(cells);
      assertThat(prepared.featureNames()).isEqualTo(model.featureNames());
      assertThat(model.encoder().encode(prepared.features()).mean())
          .hasNumberOfRows(cells.cells().size());
    }
  }

  @Test
  void writesTheColumnsOfGenesAndSteps() throws IOException {
    List<String> genes = Files.readAllLines(out.resolve("type0").resolve("genes.csv"));
    assertThat(genes.get(0))
        .isEqualTo("gene,startMean,endMean,trend,pValue,fdr,halfStep,ciLow,ciHigh");
    assertThat(genes).hasSize(1 + GENES).anyMatch(line -> line.startsWith("rising0,"));
    for (String line : genes.subList(1, genes.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields).hasSize(9);
      double trend = Double.parseDouble(fields[3]);
      assertThat(Double.parseDouble(fields[4])).isBetween(1 / 5000.0, 1.0);
      assertThat(Double.parseDouble(fields[5])).isBetween(Double.parseDouble(fields[4]), 1.0);
      assertThat(Double.parseDouble(fields[6])).isBetween(0.0, 49.0);
      assertThat(trend).isBetween(Double.parseDouble(fields[7]), Double.parseDouble(fields[8]));
    }
    List<String> steps = Files.readAllLines(out.resolve("type0").resolve("steps.csv"));
    assertThat(steps.get(0)).isEqualTo("gene,step,mean,median,spread");
    assertThat(steps).hasSize(1 + GENES * 50);
  }

  @Test
  void startsAndEndsWhereTheStepsDo() throws IOException {
    List<String> steps = Files.readAllLines(out.resolve("type0").resolve("steps.csv"));
    String[] gene =
        Files.readAllLines(out.resolve("type0").resolve("genes.csv")).stream()
            .filter(line -> line.startsWith("falling1,"))
            .findFirst()
            .orElseThrow()
            .split(",", -1);
    assertThat(steps).anyMatch(line -> line.startsWith("falling1,0," + gene[1] + ","));
    assertThat(steps).anyMatch(line -> line.startsWith("falling1,49," + gene[2] + ","));
  }

  @Test
  void measuresWhatItSaysItMeasures() throws IOException {
    JsonObject separability = metrics().getAsJsonObject("separability");
    assertThat(separability.get("types").getAsInt()).isEqualTo(3);
    assertThat(separability.getAsJsonObject("rows").keySet())
        .containsExactly(
            "CI-VAE",
            "VAE",
            "CI-VAE of the walks",
            "logistic regression on 20 principal components");
    JsonObject walks = metrics().getAsJsonObject("walks");
    assertThat(walks.keySet()).containsExactly("type0", "type1-to-type2");
    JsonObject walk = walks.getAsJsonObject("type0");
    assertThat(walk.getAsJsonObject("markers").keySet()).containsExactly("rising0", "falling1");
    JsonObject checks = walk.getAsJsonObject("validation");
    assertThat(checks.keySet())
        .containsExactly("ends", "differentialExpression", "permutedStates", "midState");
    assertThat(checks.getAsJsonObject("permutedStates").getAsJsonArray("nullSizes")).hasSize(39);
    assertThat(checks.getAsJsonObject("midState").get("cells").getAsInt())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void writesWhichTypesAreTakenForWhich() throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("confusion.csv"));
    assertThat(lines.get(0)).isEqualTo("from,seed,type,takenFor,cells");
    int cells = metrics().getAsJsonObject("study").get("testCells").getAsInt();
    JsonObject rows = metrics().getAsJsonObject("separability").getAsJsonObject("rows");
    for (String from : rows.keySet()) {
      List<String[]> counts =
          lines.stream().map(line -> line.split(",", -1)).filter(f -> f[0].equals(from)).toList();
      assertThat(counts.stream().mapToInt(f -> Integer.parseInt(f[4])).sum()).isEqualTo(cells);
      double right =
          counts.stream()
              .filter(f -> f[2].equals(f[3]))
              .mapToInt(f -> Integer.parseInt(f[4]))
              .sum();
      JsonObject run = rows.getAsJsonObject(from).getAsJsonArray("runs").get(0).getAsJsonObject();
      assertThat(right / cells).isEqualTo(run.get("heldOut").getAsDouble(), within(1e-12));
    }
  }

  @Test
  void keepsCellsBetweenTheStatesFromEveryModel() throws IOException {
    JsonObject study = metrics().getAsJsonObject("study");
    long between =
        Files.readAllLines(files.cells()).stream().filter(l -> l.endsWith(",BORDER")).count();
    assertThat(between).isPositive();
    assertThat(
            study.get("trainingCells").getAsInt()
                + study.get("validationCells").getAsInt()
                + study.get("testCells").getAsInt())
        .isEqualTo(study.get("cells").getAsInt() - (int) between);
  }

  @Test
  void repeatsBySeed() throws IOException {
    Path again = parent.resolve("again");
    study.walking(again).succeeded();
    for (String file : List.of("type0/genes.csv", "type0/steps.csv", "type1-to-type2/genes.csv")) {
      assertThat(again.resolve(file)).hasSameTextualContentAs(out.resolve(file));
    }
  }

  @Test
  void refusesHostileOptionsBeforeAnyTraining() {
    Path nowhere = parent.resolve("nowhere");
    run(nowhere, "--to", "NORMAL").failed(2, "should be specified only once");
    run(nowhere, "--seeds", "0").failed(2, "should be specified only once");
    run(nowhere, "--highly-variable", "-1").failed(2, "--highly-variable (-1) must be at least 0");
    run(nowhere, "--beta", "0").failed(2, "beta (0.0) must be above 0");
    run(nowhere, "--dropout", "1").failed(2, "dropout (1.0)");
    run(nowhere, "--engine", "Theano").failed(2, "MXNet or PyTorch");
    run(nowhere, "--matrix", "raw/X").failed(2, "--matrix (raw/X) is for --h5ad only");
    run(nowhere, "--middle", "TUMOUR").failed(2, "--middle (TUMOUR) must be another state");
    run(nowhere, "--middle", "BORDR").failed(1, "--middle (BORDR)", "near: BORDER");
    run(nowhere, "--pairs", "type9").failed(1, "there is no \"type9\"; near: type0");
    run(nowhere, "--pairs", "type0", "--pairs", "type0>type1")
        .failed(1, "type (type0) must stand in one of --pairs only");
    run(nowhere, "--genes", "rising99").failed(1, "there is no \"rising99\"; near: rising");
    run(nowhere, "--library-size", "size").failed(1, "--library-size (size) must be one of");
    run(nowhere, "--highly-variable", "43").failed(1, "variableGenes (43) must be from 1 to");
    assertThat(nowhere.resolve("metrics.json")).doesNotExist();
  }

  @Test
  void refusesFilesThatAreNotThereOrNotCells() throws IOException {
    CsvRun.of("single-cell", "--class", "a", "--state", "b", "--from", "c", "--to", "d")
        .failed(2, "--tenx");
    SmallCellStudy.ofStates("--csv", parent.resolve("none.csv"), "--cells", files.cells())
        .failed(1, "none.csv");
    SmallCellStudy.ofStates("--csv", files.counts()).failed(2, "--cells must name the annotation");
    Path negative =
        Files.writeString(parent.resolve("negative.csv"), ",a,b\ncell0,1,2\ncell1,-1,0\n");
    SmallCellStudy.ofStates("--csv", negative, "--cells", files.cells())
        .failed(1, "negative.csv", "must be a count");
  }
}
