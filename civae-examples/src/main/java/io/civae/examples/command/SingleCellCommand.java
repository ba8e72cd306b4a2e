package io.civae.examples.command;

import io.civae.examples.experiment.ExperimentFolder;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.study.CellQuestion;
import io.civae.examples.singlecell.study.CellStudy;
import io.civae.examples.singlecell.study.CellStudySettings;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The study of single cells. */
@Command(
    name = "single-cell",
    description = {
      "Walks from one state to another within a cell type, gene by gene.",
      "Trains CI-VAE and VAE on counts with the cell type as class, walks between cells of the two"
          + " states, and checks what it finds against real cells. Writes metrics.json, report.html,"
          + " types.png, states.png, model.civae, preprocessing.json and for each walk a folder with"
          + " genes.csv, steps.csv, heatmap.png and trends.png."
    })
final class SingleCellCommand implements Callable<Integer> {

  @Mixin CellInput input = new CellInput();

  @Option(
      names = "--class",
      paramLabel = "COLUMN",
      required = true,
      description = "The annotation with the cell types, which models are told.")
  String classColumn = "";

  @Option(
      names = "--state",
      paramLabel = "COLUMN",
      required = true,
      description = "The annotation with the states, which models are not told.")
  String stateColumn = "";

  @Option(
      names = "--from",
      paramLabel = "STATE",
      required = true,
      description = "Where walks start.")
  String from = "";

  @Option(names = "--to", paramLabel = "STATE", required = true, description = "Where walks end.")
  String to = "";

  @Option(
      names = "--middle",
      paramLabel = "STATE",
      description =
          "A state between the two: its cells are kept from every model and the middle of each walk"
              + " is checked against them.")
  @Nullable String middle;

  @Option(
      names = "--pairs",
      paramLabel = "A>B",
      description =
          "A walk from cells of type A to cells of type B, which become one class; or A, within one"
              + " type. May be repeated. Default: every type with at least 10 cells in both states.")
  List<String> pairs = new ArrayList<>();

  @Option(
      names = "--genes",
      paramLabel = "G",
      split = ",",
      description = "Genes, by id or name, to keep beside the variable ones and to report.")
  List<String> genes = new ArrayList<>();

  @Option(
      names = "--highly-variable",
      paramLabel = "N",
      description =
          "Variable genes that models see; 0 for all. Default: "
              + CellStudySettings.DEFAULT_HIGHLY_VARIABLE
              + ", or all where there are fewer.")
  @Nullable Integer highlyVariable;

  @Option(
      names = "--library-size",
      paramLabel = "COLUMN",
      description =
          "The annotation with the library sizes, for matrices of some genes only. Default:"
              + " library_size if there is such a column, otherwise the sums over all genes.")
  @Nullable String librarySize;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; made if missing. Default: ${DEFAULT-VALUE}")
  Path out = Path.of("civae-single-cell");

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "Trainings of each model. Default: ${DEFAULT-VALUE}")
  int seeds = 3;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the split, the walks and everything after. Default: ${DEFAULT-VALUE}")
  long seed = 7;

  @Mixin CellTrainingOptions training = new CellTrainingOptions();

  @Mixin EngineOption engine = new EngineOption();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    streams.understood(input::check);
    CellQuestion question = streams.understood(this::question);
    CellStudySettings settings = streams.understood(this::settings);
    BackendProvider backend = streams.understood(engine::backend);
    try (CellSource cells = input.open(streams);
        CellStudy study = new CellStudy(cells, question, settings, backend, streams.err())) {
      study.run(ExperimentFolder.create(out).path(), streams.out());
    }
    return 0;
  }

  private CellQuestion question() {
    return new CellQuestion(classColumn, stateColumn, from, to, Optional.ofNullable(middle), pairs);
  }

  private CellStudySettings settings() {
    return new CellStudySettings(
        training::compared,
        training::walking,
        highlyVariable == null ? OptionalInt.empty() : OptionalInt.of(highlyVariable),
        genes,
        Optional.ofNullable(librarySize),
        seeds,
        seed);
  }
}
