package io.civae.data;

import io.civae.spi.SeededRandom;

/**
 * A random order of rows that stays sequential enough for a disk.
 *
 * <p>Rows are cut into blocks of consecutive rows and the blocks are shuffled; then the rows within
 * each window of {@value #WINDOW_BLOCKS} successive blocks are shuffled among themselves. Whoever
 * reads in that order touches {@value #WINDOW_BLOCKS} blocks at a time instead of the whole file.
 * Where the first block ends is drawn too, so that from one epoch to the next other rows are
 * neighbours.
 */
public final class RowOrder {

  /** The number of blocks whose rows are mixed. */
  public static final int WINDOW_BLOCKS = 32;

  private RowOrder() {}

  /**
   * An order of all rows.
   *
   * @param rows how many, at least 1
   * @param blockRows the rows of a block, see {@link FeatureMatrix#preferredBlockRows()}; at 1, or
   *     when one window holds all rows, every order is equally likely and is that of {@link
   *     SeededRandom#shuffle} on ascending numbers
   * @param random the stream to draw from
   * @return each number from 0 to {@code rows − 1} once
   * @throws IllegalArgumentException if a number is below 1
   */
  public static int[] shuffled(int rows, int blockRows, SeededRandom random) {
    if (rows < 1 || blockRows < 1) {
      throw new IllegalArgumentException(
          "rows (" + rows + ") and blockRows (" + blockRows + ") must be at least 1");
    }
    int[] order = new int[rows];
    if (blockRows == 1 || rows <= (long) WINDOW_BLOCKS * blockRows) {
      for (int i = 0; i < rows; i++) {
        order[i] = i;
      }
      random.shuffle(order);
      return order;
    }
    int first = 1 + random.nextInt(blockRows);
    int[] blocks = new int[1 + (int) (((long) rows - first + blockRows - 1) / blockRows)];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = b;
    }
    random.shuffle(blocks);
    int filled = 0;
    for (int b = 0; b < blocks.length; b += WINDOW_BLOCKS) {
      int start = filled;
      for (int w = b; w < Math.min(b + WINDOW_BLOCKS, blocks.length); w++) {
        filled = addBlock(blocks[w], first, blockRows, order, filled);
      }
      shuffle(order, start, filled, random);
    }
    return order;
  }

  /** Block 0 has the rows before {@code first}, each other one {@code blockRows}. */
  private static int addBlock(int block, int first, int blockRows, int[] order, int filled) {
    long from = block == 0 ? 0 : first + (long) (block - 1) * blockRows;
    long to = block == 0 ? first : Math.min(from + blockRows, order.length);
    int at = filled;
    for (long row = from; row < to; row++) {
      order[at++] = (int) row;
    }
    return at;
  }

  /** Fisher–Yates on a part of an array. */
  private static void shuffle(int[] values, int from, int to, SeededRandom random) {
    for (int i = to - 1; i > from; i--) {
      int j = from + random.nextInt(i - from + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
