package io.civae.examples.singlecell.study;

import io.civae.testkit.SingleCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simulated counts as the files that users have. */
public final class SimulatedFiles {

  private final Path counts;
  private final Path cells;

  private SimulatedFiles(Path counts, Path cells) {
    this.counts = counts;
    this.cells = cells;
  }

  /**
   * Writes {@code counts.csv} and {@code cells.csv}; cells within a range of the programme get the
   * state BORDER.
   */
  public static SimulatedFiles write(Path folder, SingleCells simulated, double low, double high)
      throws IOException {
    List<String> table = new ArrayList<>();
    List<String> annotation = new ArrayList<>(List.of("barcode,type,state"));
    table.add("," + String.join(",", simulated.data().featureNames()));
    for (int i = 0; i < simulated.cells().size(); i++) {
      SingleCells.Cell cell = simulated.cells().get(i);
      StringBuilder line = new StringBuilder("cell" + i);
      for (float count : simulated.data().observation(i)) {
        line.append(',').append((int) count);
      }
      table.add(line.toString());
      boolean between = cell.progress() > low && cell.progress() < high;
      annotation.add("cell" + i + "," + cell.type() + "," + (between ? "BORDER" : cell.state()));
    }
    return new SimulatedFiles(
        Files.write(folder.resolve("counts.csv"), table),
        Files.write(folder.resolve("cells.csv"), annotation));
  }

  /** The counts, a row for each cell. */
  public Path counts() {
    return counts;
  }

  /** The annotation: barcode, type and state. */
  public Path cells() {
    return cells;
  }
}
