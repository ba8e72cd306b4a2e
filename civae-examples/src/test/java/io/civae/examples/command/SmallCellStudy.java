package io.civae.examples.command;

import io.civae.examples.singlecell.study.SimulatedFiles;
import io.civae.testkit.SingleCellDesign;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simulated counts of three types, and the study on them with trainings of a second. */
record SmallCellStudy(SimulatedFiles files) {

  static final int GENES = 42;

  static SmallCellStudy write(Path folder) throws IOException {
    SingleCellDesign design =
        SingleCellDesign.builder()
            .cellTypes(3)
            .cellsPerType(70)
            .markersPerType(4)
            .risingGenes(5)
            .fallingGenes(5)
            .flatGenes(20)
            .build();
    return new SmallCellStudy(
        SimulatedFiles.write(folder, SyntheticDatasets.singleCells(design, 5), 0.3, 0.7));
  }

  /** The command on these files, small. */
  CsvRun run(Path out, Object... more) {
    List<Object> args = new ArrayList<>(List.of("--csv", files.counts(), "--cells", files.cells()));
    args.addAll(List.of("--seeds", "1", "--epochs", "2", "--hidden", "16", "--out", out));
    args.addAll(List.of(more));
    return ofStates(args.toArray());
  }

  /** The same with two walks, one within a type and one from a type to another. */
  CsvRun walking(Path out) {
    return run(
        out,
        "--middle",
        "BORDER",
        "--pairs",
        "type0",
        "--pairs",
        "type1>type2",
        "--genes",
        "rising0,falling1");
  }

  /** The command on these columns and states. */
  static CsvRun ofStates(Object... more) {
    List<Object> args = new ArrayList<>(List.of("single-cell", "--class", "type"));
    args.addAll(List.of("--state", "state", "--from", "NORMAL", "--to", "TUMOUR"));
    args.addAll(List.of(more));
    return CsvRun.of(args.toArray());
  }
}
