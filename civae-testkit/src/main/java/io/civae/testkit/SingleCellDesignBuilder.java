package io.civae.testkit;

/** Configures a {@link SingleCellDesign}. Not thread-safe. */
public final class SingleCellDesignBuilder {

  int cellTypes = 4;
  int cellsPerType = 200;
  int markersPerType = 10;
  int programmeTypes = 1;
  int risingGenes = 15;
  int fallingGenes = 15;
  int flatGenes = 60;
  double librarySize = 5_000;
  double librarySpread = 0.35;
  double dispersion = 0.2;
  double markerEffect = 2;
  double programmeEffect = 2;
  double switchHalfWidth = 0.15;

  SingleCellDesignBuilder() {}

  SingleCellDesignBuilder(SingleCellDesignBuilder source) {
    cellTypes = source.cellTypes;
    cellsPerType = source.cellsPerType;
    markersPerType = source.markersPerType;
    programmeTypes = source.programmeTypes;
    risingGenes = source.risingGenes;
    fallingGenes = source.fallingGenes;
    flatGenes = source.flatGenes;
    librarySize = source.librarySize;
    librarySpread = source.librarySpread;
    dispersion = source.dispersion;
    markerEffect = source.markerEffect;
    programmeEffect = source.programmeEffect;
    switchHalfWidth = source.switchHalfWidth;
  }

  /**
   * Cell types, named {@code type0}, {@code type1}, ….
   *
   * @param value 1 to 1,000; default 4
   * @return this
   */
  public SingleCellDesignBuilder cellTypes(int value) {
    cellTypes = Require.between("cellTypes", value, 1, 1_000);
    return this;
  }

  /**
   * Cells of each type.
   *
   * @param value at least 1; default 200
   * @return this
   */
  public SingleCellDesignBuilder cellsPerType(int value) {
    cellsPerType = Require.atLeast("cellsPerType", value, 1);
    return this;
  }

  /**
   * Marker genes of each type.
   *
   * @param value 0 to 1,000; default 10
   * @return this
   */
  public SingleCellDesignBuilder markersPerType(int value) {
    markersPerType = Require.between("markersPerType", value, 0, 1_000);
    return this;
  }

  /**
   * How many types, from the first on, follow the programme.
   *
   * @param value 0 to the number of types; default 1
   * @return this
   */
  public SingleCellDesignBuilder programmeTypes(int value) {
    programmeTypes = Require.atLeast("programmeTypes", value, 0);
    return this;
  }

  /**
   * Genes of the programme that rise.
   *
   * @param value 0 to 100,000; default 15
   * @return this
   */
  public SingleCellDesignBuilder risingGenes(int value) {
    risingGenes = Require.between("risingGenes", value, 0, 100_000);
    return this;
  }

  /**
   * Genes of the programme that fall.
   *
   * @param value 0 to 100,000; default 15
   * @return this
   */
  public SingleCellDesignBuilder fallingGenes(int value) {
    fallingGenes = Require.between("fallingGenes", value, 0, 100_000);
    return this;
  }

  /**
   * Genes that mark nothing and never change.
   *
   * @param value 0 to 100,000; default 60
   * @return this
   */
  public SingleCellDesignBuilder flatGenes(int value) {
    flatGenes = Require.between("flatGenes", value, 0, 100_000);
    return this;
  }

  /**
   * The median library size: the expected total count of a normal cell.
   *
   * @param value above 0, at most 1e7; default 5,000
   * @return this
   */
  public SingleCellDesignBuilder librarySize(double value) {
    if (!(value > 0 && value <= 1e7)) {
      throw new IllegalArgumentException(
          "librarySize (" + value + ") must be above 0 and at most 1.0E7");
    }
    librarySize = value;
    return this;
  }

  /**
   * The standard deviation of the logarithm of the library size.
   *
   * @param value finite and non-negative; default 0.35
   * @return this
   */
  public SingleCellDesignBuilder librarySpread(double value) {
    librarySpread = Require.nonNegative("librarySpread", value);
    return this;
  }

  /**
   * The dispersion φ of counts; 0 makes them Poisson.
   *
   * @param value finite and non-negative; default 0.2
   * @return this
   */
  public SingleCellDesignBuilder dispersion(double value) {
    dispersion = Require.nonNegative("dispersion", value);
    return this;
  }

  /**
   * By how much a marker is raised in its type.
   *
   * @param value natural logarithm of the fold change, finite and non-negative; default 2
   * @return this
   */
  public SingleCellDesignBuilder markerEffect(double value) {
    markerEffect = Require.nonNegative("markerEffect", value);
    return this;
  }

  /**
   * The largest effect of the programme.
   *
   * @param value natural logarithm of the fold change, finite and above 0; default 2
   * @return this
   */
  public SingleCellDesignBuilder programmeEffect(double value) {
    programmeEffect = Require.positive("programmeEffect", value);
    return this;
  }

  /**
   * Half the stretch of progress over which a gene switches.
   *
   * @param value above 0, at most ½; default 0.15
   * @return this
   */
  public SingleCellDesignBuilder switchHalfWidth(double value) {
    if (!(value > 0 && value <= 0.5)) {
      throw new IllegalArgumentException(
          "switchHalfWidth (" + value + ") must be above 0 and at most 0.5");
    }
    switchHalfWidth = value;
    return this;
  }

  /**
   * The design.
   *
   * @return immutable
   * @throws IllegalArgumentException if the programme has more types than there are, or there is no
   *     gene
   */
  public SingleCellDesign build() {
    if (programmeTypes > cellTypes) {
      throw new IllegalArgumentException(
          "programmeTypes (" + programmeTypes + ") must be at most cellTypes (" + cellTypes + ")");
    }
    SingleCellDesign design = new SingleCellDesign(new SingleCellDesignBuilder(this));
    if (design.genes() == 0) {
      throw new IllegalArgumentException(
          "genes (0) must be at least 1: markersPerType, risingGenes, fallingGenes, flatGenes");
    }
    return design;
  }
}
