package io.civae.examples.singlecell.preprocess;

/** How counts are made comparable between cells of different library size. */
public enum Normalization {
  /** Each cell is scaled to a fixed sum. */
  TARGET_SUM,
  /** Each cell is scaled to the median library size of the cells that the filters keep. */
  MEDIAN,
  /** Values are taken as they are, for instance because they are normalised already. */
  NONE
}
