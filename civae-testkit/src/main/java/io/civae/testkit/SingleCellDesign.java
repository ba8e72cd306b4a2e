package io.civae.testkit;

/** The numbers and sizes of a single-cell simulation. Immutable. */
public final class SingleCellDesign {

  private final SingleCellDesignBuilder values;

  SingleCellDesign(SingleCellDesignBuilder values) {
    this.values = values;
  }

  /**
   * A builder with the defaults.
   *
   * @return a new builder
   */
  public static SingleCellDesignBuilder builder() {
    return new SingleCellDesignBuilder();
  }

  /**
   * A builder that starts from this design.
   *
   * @return a new builder
   */
  public SingleCellDesignBuilder toBuilder() {
    return new SingleCellDesignBuilder(values);
  }

  /**
   * Cell types.
   *
   * @return at least 1
   */
  public int cellTypes() {
    return values.cellTypes;
  }

  /**
   * Cells of each type.
   *
   * @return at least 1
   */
  public int cellsPerType() {
    return values.cellsPerType;
  }

  /**
   * Marker genes of each type.
   *
   * @return at least 0
   */
  public int markersPerType() {
    return values.markersPerType;
  }

  /**
   * How many types, from the first on, follow the programme.
   *
   * @return from 0 to {@link #cellTypes()}
   */
  public int programmeTypes() {
    return values.programmeTypes;
  }

  /**
   * Genes of the programme that rise.
   *
   * @return at least 0
   */
  public int risingGenes() {
    return values.risingGenes;
  }

  /**
   * Genes of the programme that fall.
   *
   * @return at least 0
   */
  public int fallingGenes() {
    return values.fallingGenes;
  }

  /**
   * Genes that mark nothing and never change.
   *
   * @return at least 0
   */
  public int flatGenes() {
    return values.flatGenes;
  }

  /**
   * The median library size.
   *
   * @return counts, above 0
   */
  public double librarySize() {
    return values.librarySize;
  }

  /**
   * The standard deviation of the logarithm of the library size.
   *
   * @return finite and non-negative
   */
  public double librarySpread() {
    return values.librarySpread;
  }

  /**
   * The dispersion φ of counts: variance = mean + φ·mean².
   *
   * @return finite and non-negative
   */
  public double dispersion() {
    return values.dispersion;
  }

  /**
   * By how much a marker is raised in its type.
   *
   * @return natural logarithm of the fold change
   */
  public double markerEffect() {
    return values.markerEffect;
  }

  /**
   * The largest effect of the programme; effects are uniform between half of it and it.
   *
   * @return natural logarithm of the fold change
   */
  public double programmeEffect() {
    return values.programmeEffect;
  }

  /**
   * Half the stretch of progress over which a gene switches.
   *
   * @return above 0, at most ½
   */
  public double switchHalfWidth() {
    return values.switchHalfWidth;
  }

  /** The number of genes: markers first, then rising, falling and flat ones. */
  int genes() {
    return cellTypes() * markersPerType() + risingGenes() + fallingGenes() + flatGenes();
  }
}
