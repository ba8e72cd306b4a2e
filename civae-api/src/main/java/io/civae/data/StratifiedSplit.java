package io.civae.data;

import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Deals the members of each class out to parts by largest remainder. */
final class StratifiedSplit {

  private static final String[] NAMES = {"training", "validation", "test"};
  private static final double SUM_TOLERANCE = 1e-9;
  private static final long STREAM = 0x5350_4C49_54L;

  private StratifiedSplit() {}

  static int[][] parts(int[] classes, int classCount, double[] fractions, long seed) {
    check(fractions);
    int[] needed = largestRemainder(classes.length, fractions);
    for (int part = 0; part < needed.length; part++) {
      if (needed[part] == 0) {
        throw new IllegalArgumentException(
            NAMES[part]
                + " ("
                + fractions[part]
                + ") of "
                + classes.length
                + " observations is an empty part");
      }
    }
    // The last stratum is that of the unlabelled.
    int[][] strata = new int[classCount + 1][];
    for (int c = 0; c <= classCount; c++) {
      int wanted = c == classCount ? LabeledDataset.UNLABELED : c;
      strata[c] = IntStream.range(0, classes.length).filter(i -> classes[i] == wanted).toArray();
      SeededRandom.of(seed, STREAM, c).shuffle(strata[c]);
    }
    int[][] counts = counts(strata, fractions, needed);

    int[][] parts = new int[fractions.length][];
    int[] filled = new int[fractions.length];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = new int[needed[part]];
    }
    for (int c = 0; c < strata.length; c++) {
      int next = 0;
      for (int part = 0; part < parts.length; part++) {
        System.arraycopy(strata[c], next, parts[part], filled[part], counts[c][part]);
        next += counts[c][part];
        filled[part] += counts[c][part];
      }
    }
    for (int[] part : parts) {
      Arrays.sort(part);
    }
    return parts;
  }

  private static void check(double[] fractions) {
    for (int part = 0; part < fractions.length; part++) {
      if (!(fractions[part] > 0 && fractions[part] < 1)) {
        throw new IllegalArgumentException(
            NAMES[part] + " (" + fractions[part] + ") must be above 0 and below 1");
      }
    }
    double sum = Arrays.stream(fractions).sum();
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException("training + validation + test (" + sum + ") must be 1");
    }
  }

  private static int[] largestRemainder(int total, double[] fractions) {
    int[] counts = new int[fractions.length];
    int left = total;
    for (int part = 0; part < counts.length; part++) {
      counts[part] = floor(total, fractions[part]);
      left -= counts[part];
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
    order.sort(Comparator.comparingDouble(part -> -remainder(total, fractions[part])));
    for (int k = 0; k < left; k++) {
      counts[order.get(k % order.size())]++;
    }
    return counts;
  }

  /**
   * Members of each stratum for each part: the rounded-down shares, then the leftovers by largest
   * remainder among parts that still need some, so that classes and parts both add up exactly.
   */
  private static int[][] counts(int[][] strata, double[] fractions, int[] needed) {
    int parts = fractions.length;
    int[][] counts = new int[strata.length][parts];
    int[] classLeft = new int[strata.length];
    int[] partLeft = needed.clone();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < strata.length; c++) {
      classLeft[c] = strata[c].length;
      for (int part = 0; part < parts; part++) {
        counts[c][part] = floor(strata[c].length, fractions[part]);
        classLeft[c] -= counts[c][part];
        partLeft[part] -= counts[c][part];
        cells.add(new Cell(c, part, remainder(strata[c].length, fractions[part])));
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> -cell.remainder()));
    // The second round serves the rare table in which the first, one unit a cell, gets stuck.
    for (int round = 0; round < 2; round++) {
      for (Cell cell : cells) {
        int units = Math.min(classLeft[cell.stratum()], partLeft[cell.part()]);
        int given = round == 0 ? Math.min(units, 1) : units;
        counts[cell.stratum()][cell.part()] += given;
        classLeft[cell.stratum()] -= given;
        partLeft[cell.part()] -= given;
      }
    }
    return counts;
  }

  /** Tolerates the rounding of products such as 0.1 × 70,000. */
  private static int floor(int total, double fraction) {
    return (int) Math.floor(total * fraction + SUM_TOLERANCE);
  }

  private static double remainder(int total, double fraction) {
    return total * fraction - floor(total, fraction);
  }

  private record Cell(int stratum, int part, double remainder) {}
}
