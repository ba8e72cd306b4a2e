package io.civae.examples.singlecell.study;

import io.civae.evaluation.ConfusionTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code confusion.csv}: which types are taken for which, training by training. */
final class ConfusionFile {

  /** The columns. */
  static final String COLUMNS = "from,seed,type,takenFor,cells";

  private ConfusionFile() {}

  /** A line for each pair of types that occurs. */
  static void write(Path file, Separability separability) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(COLUMNS + "\n");
      for (SeparabilityRow row : separability.rows()) {
        for (SeparabilityRun run : row.runs()) {
          write(out, WalkFiles.field(row.label()) + "," + run.seed() + ",", run.confusion());
        }
      }
    }
  }

  private static void write(BufferedWriter out, String start, ConfusionTable table)
      throws IOException {
    int types = table.classNames().size();
    for (int type = 0; type < types; type++) {
      for (int takenFor = 0; takenFor < types; takenFor++) {
        if (table.count(type, takenFor) > 0) {
          out.write(
              start
                  + WalkFiles.field(table.classNames().get(type))
                  + ","
                  + WalkFiles.field(table.classNames().get(takenFor))
                  + ","
                  + table.count(type, takenFor)
                  + "\n");
        }
      }
    }
  }
}
