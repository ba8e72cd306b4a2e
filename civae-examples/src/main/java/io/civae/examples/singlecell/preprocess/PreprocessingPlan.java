package io.civae.examples.singlecell.preprocess;

import io.civae.examples.singlecell.CellSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What to do with counts before a model sees them: filter cells, filter genes, normalise, take
 * logarithms, select variable genes, in this order. Standard scaling is no step of it: the model
 * scales, and its file keeps the scale. Immutable; {@link #fit} may run in several threads.
 */
public final class PreprocessingPlan {

  private final Builder settings;

  private PreprocessingPlan(Builder settings) {
    this.settings = settings;
  }

  /**
   * A plan with the defaults: no filter, a library of 10,000, logarithms, all genes.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Carries the plan out.
   *
   * @param source passed over twice, three times when variable genes are selected; only what is
   *     selected stays in memory
   * @return the features with the record of the steps
   * @throws IOException if the source cannot be read
   * @throws IllegalArgumentException if a filter keeps nothing, a library size is not positive, a
   *     gene to keep does not exist, or fewer genes vary than are to be selected
   */
  public PreparedCells fit(CellSource source) throws IOException {
    return new PlanRun(this, source).run();
  }

  int minGenesPerCell() {
    return settings.minGenesPerCell;
  }

  double maxMitochondrialShare() {
    return settings.maxMitochondrialShare;
  }

  int minCellsPerGene() {
    return settings.minCellsPerGene;
  }

  Normalization normalization() {
    return settings.normalization;
  }

  double targetSum() {
    return settings.targetSum;
  }

  Optional<String> librarySizeColumn() {
    return settings.librarySizeColumn;
  }

  boolean takesLogarithms() {
    return settings.logarithms;
  }

  int variableGenes() {
    return settings.variableGenes;
  }

  boolean takesFewerVariableGenes() {
    return settings.fewerVariableGenes;
  }

  List<String> keptGenes() {
    return settings.keptGenes;
  }

  /** Builds a {@link PreprocessingPlan}; not thread-safe. */
  public static final class Builder {

    private static final double DEFAULT_TARGET_SUM = 10_000;

    private int minGenesPerCell;
    private double maxMitochondrialShare = 1;
    private int minCellsPerGene;
    private Normalization normalization = Normalization.TARGET_SUM;
    private double targetSum = DEFAULT_TARGET_SUM;
    private Optional<String> librarySizeColumn = Optional.empty();
    private boolean logarithms = true;
    private int variableGenes;
    private boolean fewerVariableGenes;
    private List<String> keptGenes = List.of();

    private Builder() {}

    private Builder(Builder other) {
      minGenesPerCell = other.minGenesPerCell;
      maxMitochondrialShare = other.maxMitochondrialShare;
      minCellsPerGene = other.minCellsPerGene;
      normalization = other.normalization;
      targetSum = other.targetSum;
      librarySizeColumn = other.librarySizeColumn;
      logarithms = other.logarithms;
      variableGenes = other.variableGenes;
      fewerVariableGenes = other.fewerVariableGenes;
      keptGenes = other.keptGenes;
    }

    /**
     * Leaves out cells with fewer genes that are not zero.
     *
     * @param genes at least 0; default 0
     * @return this builder
     */
    public Builder minGenesPerCell(int genes) {
      minGenesPerCell = notNegative("minGenesPerCell", genes);
      return this;
    }

    /**
     * Leaves out cells with a larger share of their counts in mitochondrial genes, those whose name
     * begins with {@code MT-} in either case.
     *
     * @param share from 0 to 1; default 1, which leaves out none
     * @return this builder
     */
    public Builder maxMitochondrialShare(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "maxMitochondrialShare (" + share + ") must be from 0 to 1");
      }
      maxMitochondrialShare = share;
      return this;
    }

    /**
     * Leaves out genes that are not zero in fewer of the cells kept.
     *
     * @param cells at least 0; default 0
     * @return this builder
     */
    public Builder minCellsPerGene(int cells) {
      minCellsPerGene = notNegative("minCellsPerGene", cells);
      return this;
    }

    /**
     * Scales each cell to a fixed library size.
     *
     * @param sum positive and finite; default 10,000
     * @return this builder
     */
    public Builder targetSum(double sum) {
      if (!(sum > 0) || Double.isInfinite(sum)) {
        throw new IllegalArgumentException("targetSum (" + sum + ") must be finite and positive");
      }
      targetSum = sum;
      normalization = Normalization.TARGET_SUM;
      return this;
    }

    /**
     * Scales each cell to the median library size of the cells kept.
     *
     * @return this builder
     */
    public Builder medianTargetSum() {
      normalization = Normalization.MEDIAN;
      return this;
    }

    /**
     * Does not scale cells.
     *
     * @return this builder
     */
    public Builder withoutNormalization() {
      normalization = Normalization.NONE;
      return this;
    }

    /**
     * Takes the library size of each cell from its annotation, for matrices that have some of the
     * genes only. Without it, it is the sum over all genes of the source, those later filtered out
     * included.
     *
     * @param column a column of positive numbers
     * @return this builder
     */
    public Builder librarySizeColumn(String column) {
      librarySizeColumn = Optional.of(column);
      return this;
    }

    /**
     * Whether to replace each normalised value x by log(1 + x).
     *
     * @param wanted default true
     * @return this builder
     */
    public Builder logarithms(boolean wanted) {
      logarithms = wanted;
      return this;
    }

    /**
     * Selects the genes whose dispersion stands out most among genes of like mean, see {@link
     * VariableGenes}.
     *
     * @param genes at least 0; default 0, which selects all that pass the filter
     * @return this builder
     */
    public Builder variableGenes(int genes) {
      variableGenes = notNegative("variableGenes", genes);
      fewerVariableGenes = false;
      return this;
    }

    /**
     * Selects variable genes as {@link #variableGenes} does, or all that vary where there are
     * fewer.
     *
     * @param most at least 1
     * @return this builder
     */
    public Builder variableGenesAtMost(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("variableGenes (" + most + ") must be at least 1");
      }
      variableGenes = most;
      fewerVariableGenes = true;
      return this;
    }

    /**
     * Keeps genes beside the variable ones, whatever the filter and the selection say.
     *
     * @param idsOrNames of genes of the source; default none
     * @return this builder
     */
    public Builder keepGenes(List<String> idsOrNames) {
      keptGenes = List.copyOf(idsOrNames);
      return this;
    }

    /**
     * The plan.
     *
     * @return a plan with these settings
     */
    public PreprocessingPlan build() {
      return new PreprocessingPlan(new Builder(this));
    }

    private static int notNegative(String name, int value) {
      if (value < 0) {
        throw new IllegalArgumentException(name + " (" + value + ") must be at least 0");
      }
      return value;
    }
  }
}
