package io.civae.examples.singlecell.counts;

import com.sun.management.OperatingSystemMXBean;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.Likelihood;
import io.civae.Scaling;
import io.civae.data.DatasetSplit;
import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import io.civae.examples.singlecell.preprocess.PreprocessingPlan;
import io.civae.examples.singlecell.read.CellTableFile;
import io.civae.examples.singlecell.read.TenxFolder;
import io.civae.examples.singlecell.read.Values;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the same network on the same cells with each likelihood and prints a row of figures for
 * every training, see {@link HeldOutFigures}. Cells come from a 10x folder with a {@code cells.csv}
 * that has a column {@code cell_type}; 1,000 highly variable genes, 70 % of the cells for training,
 * 20 % for the figures; the others are left out, as every training here is one of fixed length.
 */
public final class LikelihoodComparison {

  private static final int GENES = 1_000;
  private static final double TARGET_SUM = 10_000;

  private LikelihoodComparison() {}

  /** A row of the table: what the network is told to explain, and how. */
  private record Setting(String name, Likelihood likelihood, double alpha, Scaling scaling) {}

  private static final Setting[] SETTINGS = {
    new Setting("Gaussian", Likelihood.GAUSSIAN, CiVaeBuilder.DEFAULT_ALPHA, Scaling.AUTO),
    new Setting("NB", Likelihood.NEGATIVE_BINOMIAL, CiVaeBuilder.DEFAULT_ALPHA, Scaling.AUTO),
    new Setting(
        "ZINB",
        Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL,
        CiVaeBuilder.DEFAULT_ALPHA,
        Scaling.AUTO),
    new Setting("Gaussian, alpha 1", Likelihood.GAUSSIAN, 1, Scaling.AUTO),
    new Setting("NB, alpha 1", Likelihood.NEGATIVE_BINOMIAL, 1, Scaling.AUTO),
    new Setting("ZINB, alpha 1", Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, 1, Scaling.AUTO),
    new Setting(
        "NB, not standardised",
        Likelihood.NEGATIVE_BINOMIAL,
        CiVaeBuilder.DEFAULT_ALPHA,
        Scaling.NONE),
  };

  /**
   * Runs the comparison.
   *
   * @param arguments the folder, the number of epochs, then seeds
   * @throws IOException if the cells cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      throw new IllegalArgumentException("arguments must be FOLDER EPOCHS SEED…");
    }
    CellCounts cells = new CellCounts(prepared(Path.of(arguments[0])), TARGET_SUM);
    int epochs = Integer.parseInt(arguments[1]);
    System.out.println(HeldOutFigures.HEADER);
    for (Setting setting : SETTINGS) {
      for (int i = 2; i < arguments.length; i++) {
        run(cells, setting, epochs, Long.parseLong(arguments[i]), System.out);
      }
    }
  }

  private static PreparedCells prepared(Path folder) throws IOException {
    return PreprocessingPlan.builder()
        .targetSum(TARGET_SUM)
        .minCellsPerGene(3)
        .variableGenes(GENES)
        .build()
        .fit(
            AnnotatedCells.join(
                TenxFolder.open(folder, Values.COUNTS),
                CellTableFile.read(folder.resolve("cells.csv")),
                AnnotatedCells.Unmatched.REFUSE));
  }

  static void run(CellCounts cells, Setting setting, int epochs, long seed, PrintStream out) {
    DatasetSplit counts = cells.counts().split(0.7, 0.1, 0.2, seed);
    boolean ofCounts = setting.likelihood().isOfCounts();
    DatasetSplit seen = ofCounts ? counts : cells.logarithms().split(0.7, 0.1, 0.2, seed);
    CiVaeBuilder builder =
        CiVae.builder()
            .likelihood(setting.likelihood())
            .alpha(setting.alpha())
            .scaling(setting.scaling())
            .hiddenLayers(128, 64)
            .epochs(epochs)
            .seed(seed);
    long before = processorNanos();
    try (CiVaeModel model = builder.build().fit(seen.training(), seen.test())) {
      double secondsPerEpoch = (processorNanos() - before) * 1e-9 / epochs;
      HeldOutFigures figures =
          HeldOutFigures.of(model, seen, counts.test(), TARGET_SUM, secondsPerEpoch);
      out.printf(Locale.ROOT, "| %s | %d | %s |%n", setting.name(), seed, figures.cells());
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
