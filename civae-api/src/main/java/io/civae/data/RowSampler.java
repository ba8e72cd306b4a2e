package io.civae.data;

import io.civae.spi.SeededRandom;

/** Draws the rows of each pass over training data and their order. Immutable and thread-safe. */
public interface RowSampler {

  /**
   * Every row once, in the order of {@link RowOrder#shuffled}.
   *
   * @param rows how many, at least 1
   * @return the sampler
   */
  static RowSampler natural(int rows) {
    return (blockRows, random) -> RowOrder.shuffled(rows, blockRows, random);
  }

  /**
   * Unlabelled rows once, the others by class; as many as there are in all.
   *
   * <p>With n labelled rows, class c is drawn {@code n · p_c / Σp} times, rounded by largest
   * remainder. Of a class with {@code n_c} rows that is drawn m times, each row is drawn ⌊m / n_c⌋
   * times, and m mod n_c of them, chosen at random, once more.
   *
   * <p>The order stays sequential enough for a disk: the first draws of all rows and the further
   * draws of each class are ordered as {@link RowOrder} does, and these sequences are merged, every
   * way to do so being equally likely. The sampler keeps one number for each row.
   *
   * @param data whose rows are drawn
   * @param proportions p, one for each class: above 0 if it has rows, else 0
   * @return the sampler
   * @throws IllegalArgumentException if a proportion is out of range or so small that its class
   *     would never be drawn
   */
  static RowSampler byClass(LabeledDataset data, double[] proportions) {
    return new ClassSampler(data, proportions);
  }

  /**
   * The rows of one pass.
   *
   * @param blockRows see {@link FeatureMatrix#preferredBlockRows()}
   * @param random the stream to draw from
   * @return row numbers in the order in which they are to be read, as many as the data have rows
   */
  int[] draw(int blockRows, SeededRandom random);
}
