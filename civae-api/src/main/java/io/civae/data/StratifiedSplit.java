package io.civae.data;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Deals the members of each class out to parts in proportion. */
final class StratifiedSplit {

  private static final String[] NAMES = {"training", "validation", "test"};
  private static final long STREAM = 0x5350_4C49_54L;

  private StratifiedSplit() {}

  static int[][] parts(int[] classes, int classCount, double[] fractions, long seed) {
    check(fractions);
    int[] needed = Shares.largestRemainder(classes.length, fractions);
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
    int[] sizes = Arrays.stream(strata).mapToInt(members -> members.length).toArray();
    int[][] counts = ShareTable.of(sizes, fractions, needed);

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
    if (!(Math.abs(sum - 1) <= Shares.TOLERANCE)) {
      throw new IllegalArgumentException("training + validation + test (" + sum + ") must be 1");
    }
  }
}
