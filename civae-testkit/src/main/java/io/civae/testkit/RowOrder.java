package io.civae.testkit;

import io.civae.spi.SeededRandom;

/** The class of each row of a dataset whose rows are shuffled. */
final class RowOrder {

  private RowOrder() {}

  /** Class c as often as {@code sizes[c]} says, in random order. */
  static int[] shuffledLabels(int[] sizes, SeededRandom random) {
    int total = 0;
    for (int size : sizes) {
      total = Math.addExact(total, size);
    }
    int[] labels = new int[total];
    for (int c = 0, next = 0; c < sizes.length; c++) {
      for (int i = 0; i < sizes[c]; i++) {
        labels[next++] = c;
      }
    }
    random.shuffle(labels);
    return labels;
  }
}
