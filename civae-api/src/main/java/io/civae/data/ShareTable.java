package io.civae.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whole numbers for strata × parts: each is its stratum's share rounded down or up, every stratum
 * and every part adds up exactly. For three parts such a rounding always exists.
 *
 * <p>Shares are first rounded down; the units left over go to the largest remainders, and where
 * that gets stuck, units given before make way along an augmenting path (Kuhn, 1955).
 */
final class ShareTable {

  private final double[][] remainders;
  private final boolean[][] given;
  private final int[][] counts;
  private final int[] partLeft;

  private ShareTable(int[] strata, double[] fractions, int[] needed) {
    remainders = new double[strata.length][fractions.length];
    given = new boolean[strata.length][fractions.length];
    counts = new int[strata.length][fractions.length];
    partLeft = needed.clone();
    for (int c = 0; c < strata.length; c++) {
      for (int part = 0; part < fractions.length; part++) {
        counts[c][part] = Shares.floor(strata[c], fractions[part]);
        remainders[c][part] = Shares.remainder(strata[c], fractions[part]);
        partLeft[part] -= counts[c][part];
      }
    }
  }

  /**
   * Fills the table.
   *
   * @param strata the members of each stratum
   * @param fractions the share of each part
   * @param needed the size of each part, its share of all members rounded down or up
   */
  static int[][] of(int[] strata, double[] fractions, int[] needed) {
    ShareTable table = new ShareTable(strata, fractions, needed);
    int[] left = new int[strata.length];
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < strata.length; c++) {
      left[c] = strata[c];
      for (int part = 0; part < fractions.length; part++) {
        left[c] -= table.counts[c][part];
        cells.add(new Cell(c, part, table.remainders[c][part]));
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> -cell.remainder()));
    for (Cell cell : cells) {
      if (left[cell.stratum()] > 0 && table.partLeft[cell.part()] > 0) {
        table.give(cell.stratum(), cell.part());
        left[cell.stratum()]--;
      }
    }
    // Whole shares take a unit only where the rounding of fractions leaves no other way.
    for (double least : new double[] {Shares.TOLERANCE, Double.NEGATIVE_INFINITY}) {
      for (int c = 0; c < strata.length; c++) {
        while (left[c] > 0 && table.place(c, least, new boolean[fractions.length])) {
          left[c]--;
        }
      }
    }
    return table.counts;
  }

  private void give(int c, int part) {
    given[c][part] = true;
    counts[c][part]++;
    partLeft[part]--;
  }

  /** Gives one unit of a stratum to a part not tried yet, making room there if need be. */
  private boolean place(int c, double least, boolean[] tried) {
    for (int part = 0; part < tried.length; part++) {
      if (!tried[part] && !given[c][part] && remainders[c][part] > least) {
        tried[part] = true;
        if (partLeft[part] > 0 || makeRoom(part, least, tried)) {
          give(c, part);
          return true;
        }
      }
    }
    return false;
  }

  private boolean makeRoom(int part, double least, boolean[] tried) {
    for (int c = 0; c < given.length; c++) {
      if (given[c][part] && place(c, least, tried)) {
        given[c][part] = false;
        counts[c][part]--;
        partLeft[part]++;
        return true;
      }
    }
    return false;
  }

  private record Cell(int stratum, int part, double remainder) {}
}
