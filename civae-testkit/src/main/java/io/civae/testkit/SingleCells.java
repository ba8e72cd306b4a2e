package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Simulated single-cell counts and the truth behind them. Immutable.
 *
 * @param design numbers and sizes of the simulation
 * @param data counts, cells in rows, genes in columns; labels are cell types
 * @param cells the truth of each row of {@code data}
 * @param genes the truth of each column of {@code data}
 */
public record SingleCells(
    SingleCellDesign design, LabeledDataset data, List<Cell> cells, List<Gene> genes) {

  /** Where a cell comes from. */
  public enum State {
    /** Progress below ½. */
    NORMAL,
    /** Progress from ½ on. */
    TUMOUR
  }

  /** What a gene does on the way from normal to tumour. */
  public enum Trend {
    /** More counts in tumours. */
    RISING,
    /** Fewer counts in tumours. */
    FALLING,
    /** No change. */
    FLAT
  }

  /**
   * The truth of one cell. Cells of types without the programme have a progress too; their genes do
   * not answer to it.
   *
   * @param type its label
   * @param state normal or tumour
   * @param progress from normal to tumour, in [0, 1]
   * @param librarySize the expected total count at progress 0
   */
  public record Cell(String type, State state, double progress, double librarySize) {}

  /**
   * The truth of one gene.
   *
   * @param name of the column
   * @param markerOf the cell type it marks, or empty
   * @param trend in types with the programme
   * @param effect natural logarithm of the fold change from progress 0 to 1: positive when rising,
   *     negative when falling, 0 when flat
   * @param halfStep the progress at which half of {@code effect} is reached; empty when flat
   */
  public record Gene(
      String name,
      Optional<String> markerOf,
      Trend trend,
      double effect,
      OptionalDouble halfStep) {}

  /**
   * Copies the lists and checks that all parts fit together.
   *
   * @throws IllegalArgumentException if numbers of cells, genes or types disagree with the data
   */
  public SingleCells {
    cells = List.copyOf(cells);
    genes = List.copyOf(genes);
    checkSame("cells", cells.size(), "rows of data", data.size());
    checkSame("genes", genes.size(), "columns of data", data.featureCount());
    checkSame("cellTypes", design.cellTypes(), "classes of data", data.classNames().size());
  }

  private static void checkSame(String name, int count, String other, int otherCount) {
    if (count != otherCount) {
      throw new IllegalArgumentException(
          name + " (" + count + ") must be as many as " + other + " (" + otherCount + ")");
    }
  }

  /**
   * The cell types that follow the programme.
   *
   * @return an immutable list of class names
   */
  public List<String> programmeTypes() {
    return List.copyOf(data.classNames().subList(0, design.programmeTypes()));
  }

  /**
   * The usual transformation {@code ln(1 + c · m / L)} of each count c, with the cell's true
   * library size L and the design's median one m, so that flat genes are flat whatever the others
   * do.
   *
   * @return a dataset with the same rows, labels and names
   */
  public LabeledDataset logNormalized() {
    float[][] values = data.features().toArray();
    for (int i = 0; i < values.length; i++) {
      double factor = design.librarySize() / cells.get(i).librarySize();
      for (int g = 0; g < values[i].length; g++) {
        values[i][g] = (float) StrictMath.log1p(values[i][g] * factor);
      }
    }
    return data.withFeatures(FeatureMatrix.of(values));
  }
}
