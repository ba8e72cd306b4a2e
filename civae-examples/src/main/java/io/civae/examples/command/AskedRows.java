package io.civae.examples.command;

import java.util.Locale;

/**
 * So many rows are to be written.
 *
 * @param option that says so
 * @param count of rows
 */
record AskedRows(String option, int count) {

  /** More are asked for by mistake, and would end where memory does. */
  private static final int MOST = 1_000_000;

  /**
   * Checks what can be checked without the table.
   *
   * @throws IllegalArgumentException if the number is below 1 or above a million
   */
  void check() {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s (%d) must be from 1 to %,d", option, count, MOST));
    }
  }

  /**
   * Checks that the values alone have room.
   *
   * @throws IllegalArgumentException if they have not
   */
  void checkFit(int features, long heap) {
    long needed = (long) count * features * Float.BYTES;
    if (needed > heap) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s (%d) rows of %d features are %,d MB; that must be at most the heap's %,d MB, which"
                  + " java -Xmx sets",
              option,
              count,
              features,
              needed >> 20,
              heap >> 20));
    }
  }
}
