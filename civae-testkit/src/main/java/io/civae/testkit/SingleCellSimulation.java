package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One run of a single-cell design; see {@link SyntheticDatasets#singleCells}. */
final class SingleCellSimulation {

  private static final String TYPE_PREFIX = "type";
  private static final double BASE_SPREAD = 0.5;
  private static final long STREAM = 0x4345_4C4CL;

  private final SingleCellDesign design;
  private final long seed;
  private final List<SingleCells.Gene> genes;
  private final double[] base;

  SingleCellSimulation(SingleCellDesign design, long seed) {
    this.design = design;
    this.seed = seed;
    this.genes = drawGenes();
    this.base = drawBase();
  }

  private static String typeName(int type) {
    return TYPE_PREFIX + type;
  }

  SingleCells run() {
    int[] sizes = new int[design.cellTypes()];
    Arrays.fill(sizes, design.cellsPerType());
    int[] types = RowOrder.shuffledLabels(sizes, SeededRandom.of(seed, STREAM, 2));
    double[] log = logExpressionScale();

    float[][] counts = new float[types.length][];
    String[] labels = new String[types.length];
    List<SingleCells.Cell> cells = new ArrayList<>(types.length);
    for (int i = 0; i < types.length; i++) {
      SeededRandom random = SeededRandom.of(seed, STREAM, 3, i);
      labels[i] = typeName(types[i]);
      SingleCells.Cell cell = drawCell(labels[i], random);
      cells.add(cell);
      counts[i] = drawCounts(cell, types[i], log[types[i]], random);
    }
    LabeledDataset data =
        LabeledDataset.of(FeatureMatrix.of(counts), labels)
            .withClassNames(
                IntStream.range(0, sizes.length).mapToObj(SingleCellSimulation::typeName).toList())
            .withFeatureNames(genes.stream().map(SingleCells.Gene::name).toList());
    return new SingleCells(design, data, cells, genes);
  }

  private SingleCells.Cell drawCell(String type, SeededRandom random) {
    double root = StrictMath.sin(Math.PI / 2 * random.nextDouble());
    double progress = root * root;
    SingleCells.State state = progress < 0.5 ? SingleCells.State.NORMAL : SingleCells.State.TUMOUR;
    double librarySize =
        design.librarySize() * StrictMath.exp(design.librarySpread() * random.nextGaussian());
    return new SingleCells.Cell(type, state, progress, librarySize);
  }

  private float[] drawCounts(SingleCells.Cell cell, int type, double log, SeededRandom random) {
    float[] counts = new float[genes.size()];
    for (int g = 0; g < counts.length; g++) {
      double eta = eta(g, type);
      if (type < design.programmeTypes()) {
        eta += genes.get(g).effect() * response(genes.get(g), cell.progress());
      }
      double mean = cell.librarySize() * StrictMath.exp(eta - log);
      counts[g] = RandomCounts.negativeBinomial(random, mean, design.dispersion());
    }
    return counts;
  }

  /** Log expression at progress 0, up to the type's scale. */
  private double eta(int gene, int type) {
    int markers = design.markersPerType();
    boolean marks = gene < design.cellTypes() * markers && gene / markers == type;
    return base[gene] + (marks ? design.markerEffect() : 0);
  }

  /** ln Z_t of each type. */
  private double[] logExpressionScale() {
    double[] log = new double[design.cellTypes()];
    for (int type = 0; type < log.length; type++) {
      double sum = 0;
      for (int g = 0; g < genes.size(); g++) {
        sum += StrictMath.exp(eta(g, type));
      }
      log[type] = StrictMath.log(sum);
    }
    return log;
  }

  private double response(SingleCells.Gene gene, double progress) {
    if (gene.halfStep().isEmpty()) {
      return 0;
    }
    double distance = progress - gene.halfStep().getAsDouble();
    double u = Math.max(0, Math.min(1, distance / (2 * design.switchHalfWidth()) + 0.5));
    return u * u * (3 - 2 * u);
  }

  private double[] drawBase() {
    SeededRandom random = SeededRandom.of(seed, STREAM, 1);
    double[] values = new double[genes.size()];
    for (int g = 0; g < values.length; g++) {
      values[g] = BASE_SPREAD * random.nextGaussian();
    }
    return values;
  }

  private List<SingleCells.Gene> drawGenes() {
    SeededRandom random = SeededRandom.of(seed, STREAM, 0);
    List<SingleCells.Gene> drawn = new ArrayList<>();
    for (int type = 0; type < design.cellTypes(); type++) {
      for (int m = 0; m < design.markersPerType(); m++) {
        drawn.add(unchanging("marker" + type + "_" + m, Optional.of(typeName(type))));
      }
    }
    int switching = design.risingGenes() + design.fallingGenes();
    int[] order = IntStream.range(0, switching).toArray();
    random.shuffle(order);
    double width = design.switchHalfWidth();
    for (int i = 0; i < switching; i++) {
      boolean rises = i < design.risingGenes();
      double size = design.programmeEffect() * (0.5 + 0.5 * random.nextDouble());
      double halfStep = width + (1 - 2 * width) * (order[i] + 0.5) / switching;
      drawn.add(
          new SingleCells.Gene(
              rises ? "rising" + i : "falling" + (i - design.risingGenes()),
              Optional.empty(),
              rises ? SingleCells.Trend.RISING : SingleCells.Trend.FALLING,
              rises ? size : -size,
              OptionalDouble.of(halfStep)));
    }
    for (int i = 0; i < design.flatGenes(); i++) {
      drawn.add(unchanging("flat" + i, Optional.empty()));
    }
    return drawn;
  }

  private static SingleCells.Gene unchanging(String name, Optional<String> markerOf) {
    return new SingleCells.Gene(name, markerOf, SingleCells.Trend.FLAT, 0, OptionalDouble.empty());
  }
}
