package io.civae.testkit.internal.linear;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van
 * Loan, section 8.5).
 */
final class SymmetricEigen {

  private static final int MAX_SWEEPS = 60;
  private static final double PRECISION = 1e-15;

  private final double[] values;
  private final double[][] vectors;

  SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** The eigenvalues, from the largest to the smallest. */
  double[] values() {
    return values;
  }

  /** The eigenvectors, orthonormal; {@code vectors()[i]} belongs to {@code values()[i]}. */
  double[][] vectors() {
    return vectors;
  }

  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      rows[i][i] = 1;
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, rows, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -a[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = rows[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  private static boolean isDiagonal(double[][] a) {
    double off = 0;
    double diagonal = 0;
    for (int i = 0; i < a.length; i++) {
      diagonal += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off <= PRECISION * PRECISION * diagonal;
  }

  private static void rotate(double[][] a, double[][] rows, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    turn(a[p], a[q], c, s);
    turn(rows[p], rows[q], c, s);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void turn(double[] first, double[] second, double c, double s) {
    for (int k = 0; k < first.length; k++) {
      double one = first[k];
      double two = second[k];
      first[k] = c * one - s * two;
      second[k] = s * one + c * two;
    }
  }
}
