package io.civae.examples.embedding;

import io.civae.spi.SeededRandom;
import java.util.stream.IntStream;

/**
 * The strongest principal axes by subspace iteration (Rutishauser, 1970): more directions than are
 * asked for are multiplied by the covariance together, rotated to its Ritz vectors and made
 * orthonormal, until those asked for stay where they are. Unlike power iteration for one axis after
 * the other, it does not stop short where neighbouring axes are nearly as strong as each other, as
 * those of genes are beyond the first few.
 */
final class PrincipalSubspace {

  private static final int MORE = 20;
  private static final int MOST_ROUNDS = 500;

  /** Axes are found when in a round none turns by more than about 0.003 of a degree. */
  private static final double STABLE = 1e-9;

  /** A variance below this share of the largest is rounding. */
  private static final double NOTHING = 1e-12;

  private final double[][] centred;
  private final int count;
  private double[][] axes;
  private double[] variances = {};

  private PrincipalSubspace(double[][] centred, int count, SeededRandom random) {
    this.centred = centred;
    this.count = count;
    int columns = centred[0].length;
    axes = new double[Math.min(columns, count + MORE)][columns];
    for (double[] axis : axes) {
      for (int j = 0; j < columns; j++) {
        axis[j] = random.nextGaussian();
      }
    }
    orthonormalize(axes);
  }

  /** The axes of rows whose mean is 0, each of length 1; all 0 where nothing varies any more. */
  static double[][] of(double[][] centred, int count, SeededRandom random) {
    PrincipalSubspace subspace = new PrincipalSubspace(centred, count, random);
    boolean stable = false;
    for (int round = 0; round < MOST_ROUNDS && !stable; round++) {
      stable = subspace.iterate();
    }
    return subspace.found();
  }

  private boolean iterate() {
    double[][] multiplied = multiplied();
    double[][] projected = new double[axes.length][axes.length];
    for (int a = 0; a < axes.length; a++) {
      for (int b = 0; b <= a; b++) {
        projected[a][b] = dot(axes[a], multiplied[b]);
        projected[b][a] = projected[a][b];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(projected);
    variances = eigen.values();
    double[][] next = new double[axes.length][centred[0].length];
    for (int a = 0; a < next.length; a++) {
      for (int b = 0; b < axes.length; b++) {
        add(next[a], multiplied[b], eigen.vector(a)[b]);
      }
    }
    orthonormalize(next);
    double[][] before = axes;
    axes = next;
    return IntStream.range(0, count)
        .allMatch(a -> isNothing(a) || 1 - Math.abs(dot(before[a], axes[a])) < STABLE);
  }

  /** The axes times the scatter matrix of the rows, which is never formed. */
  private double[][] multiplied() {
    double[][] products = new double[axes.length][centred[0].length];
    for (double[] row : centred) {
      for (int a = 0; a < axes.length; a++) {
        add(products[a], row, dot(axes[a], row));
      }
    }
    return products;
  }

  private boolean isNothing(int axis) {
    return !(variances[axis] > NOTHING * variances[0]);
  }

  private double[][] found() {
    double[][] found = new double[count][];
    for (int a = 0; a < count; a++) {
      found[a] = isNothing(a) ? new double[centred[0].length] : axes[a].clone();
    }
    return found;
  }

  /** Gram and Schmidt's, each row twice against rounding; what is left of nothing is 0. */
  private static void orthonormalize(double[][] rows) {
    for (int a = 0; a < rows.length; a++) {
      double before = Math.sqrt(dot(rows[a], rows[a]));
      for (int pass = 0; pass < 2; pass++) {
        for (int b = 0; b < a; b++) {
          add(rows[a], rows[b], -dot(rows[a], rows[b]));
        }
      }
      double length = Math.sqrt(dot(rows[a], rows[a]));
      double scale = length > NOTHING * before ? 1 / length : 0;
      for (int j = 0; j < rows[a].length; j++) {
        rows[a][j] *= scale;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int j = 0;
    for (; j + 3 < a.length; j += 4) {
      // Four sums at once, or each addition waits for the one before.
      sum0 += a[j] * b[j];
      sum1 += a[j + 1] * b[j + 1];
      sum2 += a[j + 2] * b[j + 2];
      sum3 += a[j + 3] * b[j + 3];
    }
    for (; j < a.length; j++) {
      sum0 += a[j] * b[j];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  private static void add(double[] target, double[] row, double factor) {
    for (int j = 0; j < target.length; j++) {
      target[j] += factor * row[j];
    }
  }
}
