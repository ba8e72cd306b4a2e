package io.civae.examples.singlecell.study;

import io.civae.walk.PopulationTrends;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of a walk as CSV: UTF-8, comma-separated, fields quoted where they must be. */
final class WalkFiles {

  /** The columns of {@code genes.csv}. */
  static final String GENE_COLUMNS =
      "gene,startMean,endMean,trend,pValue,fdr,halfStep,ciLow,ciHigh";

  /** The columns of {@code steps.csv}. */
  static final String STEP_COLUMNS = "gene,step,mean,median,spread";

  private WalkFiles() {}

  /** A line for each gene, largest change first; no half step for a gene without a change. */
  static void writeGenes(Path file, GeneChanges changes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(GENE_COLUMNS + "\n");
      for (GeneChange change : changes.ranked()) {
        out.write(
            String.join(
                ",",
                field(change.gene()),
                number(change.trend().startMean()),
                number(change.trend().endMean()),
                number(change.trend().trend()),
                number(change.trend().pValue()),
                number(change.fdr()),
                number(change.trend().halfStep()),
                number(change.trend().ciLow()),
                number(change.trend().ciHigh())));
        out.write("\n");
      }
    }
  }

  /** A line for each gene and step, genes in the order of the features, steps from 0. */
  static void writeSteps(Path file, List<String> genes, PopulationTrends trends)
      throws IOException {
    float[][] mean = trends.mean();
    float[][] median = trends.median();
    float[][] spread = trends.spread();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(STEP_COLUMNS + "\n");
      for (int gene = 0; gene < genes.size(); gene++) {
        for (int step = 0; step < mean.length; step++) {
          out.write(
              String.join(
                  ",",
                  field(genes.get(gene)),
                  Integer.toString(step),
                  Float.toString(mean[step][gene]),
                  Float.toString(median[step][gene]),
                  Float.toString(spread[step][gene])));
          out.write("\n");
        }
      }
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Float.toString((float) value);
  }

  /** A text as a field. */
  static String field(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
