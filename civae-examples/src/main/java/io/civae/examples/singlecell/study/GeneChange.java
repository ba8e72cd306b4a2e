package io.civae.examples.singlecell.study;

import io.civae.examples.singlecell.statistics.GeneTrend;

/**
 * What one gene does along a walk.
 *
 * @param gene its name
 * @param index its place among the features
 * @param trend its curve, in log-normalised units
 * @param fdr its p-value adjusted for all genes of the walk
 * @param score its trend over the standard deviation of the real values at both ends together, by
 *     which genes are ranked; 0 for a gene that does not vary there
 */
record GeneChange(String gene, int index, GeneTrend trend, double fdr, double score) {

  /** The false discovery rate up to which a change counts. */
  static final double SIGNIFICANT = 0.05;

  boolean isSignificant() {
    return fdr <= SIGNIFICANT;
  }
}
