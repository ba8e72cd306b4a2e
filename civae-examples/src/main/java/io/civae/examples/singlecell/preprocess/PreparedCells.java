package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.CellTable;
import java.util.List;

/**
 * Cells ready for a model: the cells kept, their features, sparse in memory, and the record of how
 * they came about. Immutable and safe to read from many threads.
 */
public final class PreparedCells {

  private final Preprocessing preprocessing;
  private final CellTable cells;
  private final FeatureMatrix features;
  private final double[] librarySizes;

  PreparedCells(
      Preprocessing preprocessing, CellTable cells, FeatureMatrix features, double[] librarySizes) {
    this.preprocessing = preprocessing;
    this.cells = cells;
    this.features = features;
    this.librarySizes = librarySizes;
  }

  /**
   * How the features came about.
   *
   * @return the record
   */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /**
   * The cells kept, in the order of the features' rows.
   *
   * @return barcodes and annotation
   */
  public CellTable cells() {
    return cells;
  }

  /**
   * The transformed values.
   *
   * @return cells × genes of {@link Preprocessing#genes()}; 8 bytes per value that is not zero
   */
  public FeatureMatrix features() {
    return features;
  }

  /**
   * The library size of each cell, to go back to counts with.
   *
   * @return one per cell; an array that belongs to the caller
   */
  public double[] librarySizes() {
    return librarySizes.clone();
  }

  /**
   * What to call the features: the name of each gene, or its id where several have that name.
   *
   * @return distinct names in the order of the features
   */
  public List<String> featureNames() {
    return preprocessing.featureNames();
  }

  /**
   * The features with a column of the annotation as labels.
   *
   * @param column such as the cell type; cells without a value are unlabelled
   * @return a dataset over {@link #features()}, nothing copied
   * @throws IllegalArgumentException if there is no such column
   */
  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  public LabeledDataset dataset(String column) {
    return LabeledDataset.of(features, cells.column(column).values())
        .withFeatureNames(featureNames());
  }
}
