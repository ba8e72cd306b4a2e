package io.civae.examples.singlecell.study;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far the mean of some cells is from a point: squared difference in units of each gene's
 * standard deviation, mean over the genes that vary.
 */
final class PointDistance {

  private static final long STREAM = 0x4D49_444CL;
  private static final int DEALS = 999;

  private final StudyCells cells;
  private final double[] point;
  private final double[] deviations;

  PointDistance(StudyCells cells, double[] point, double[] deviations) {
    this.cells = cells;
    this.point = point;
    this.deviations = deviations;
  }

  double of(int... rows) {
    return of(scaled(rows));
  }

  /**
   * The p-value of one group being as much nearer than another as it is, by dealing their cells
   * anew; the groups as they are count as one deal.
   */
  double nearerByChance(int[] near, int[] far, long seed) {
    double[][] all = new double[near.length + far.length][];
    System.arraycopy(scaled(near), 0, all, 0, near.length);
    System.arraycopy(scaled(far), 0, all, near.length, far.length);
    double observed = lead(all, near.length);
    long asFar =
        IntStream.range(0, DEALS)
            .parallel()
            .filter(
                deal ->
                    lead(dealt(all, SeededRandom.of(seed, STREAM, deal)), near.length) >= observed)
            .count();
    return (1.0 + asFar) / (1.0 + DEALS);
  }

  private static double[][] dealt(double[][] rows, SeededRandom random) {
    int[] order = IntStream.range(0, rows.length).toArray();
    random.shuffle(order);
    return Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  /** By how much the first so many are nearer than the rest. */
  private static double lead(double[][] rows, int first) {
    return of(Arrays.copyOfRange(rows, first, rows.length)) - of(Arrays.copyOf(rows, first));
  }

  private static double of(double[][] rows) {
    double[] sums = new double[rows[0].length];
    for (double[] row : rows) {
      for (int gene = 0; gene < sums.length; gene++) {
        sums[gene] += row[gene];
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum / rows.length * (sum / rows.length);
    }
    return squares / sums.length;
  }

  /** Differences to the point in units of the deviations. */
  private double[][] scaled(int... rows) {
    int[] varying =
        IntStream.range(0, deviations.length).filter(gene -> deviations[gene] > 0).toArray();
    double[][] scaled = new double[rows.length][varying.length];
    for (int i = 0; i < rows.length; i++) {
      float[] cell = cells.prepared().features().row(rows[i]);
      for (int j = 0; j < varying.length; j++) {
        int gene = varying[j];
        scaled[i][j] = (cell[gene] - point[gene]) / deviations[gene];
      }
    }
    return scaled;
  }
}
