package io.civae.examples.embedding;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (1846). */
final class SymmetricEigen {

  private static final int MOST_SWEEPS = 60;
  private static final double NEGLIGIBLE = 1e-15;

  private final double[][] matrix;
  private final double[][] vectors;
  private final int[] order;

  private SymmetricEigen(double[][] matrix) {
    int n = matrix.length;
    this.matrix = matrix;
    vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(p, q);
        }
      }
    }
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Decomposes a symmetric matrix, which is overwritten. */
  static SymmetricEigen of(double[][] matrix) {
    return new SymmetricEigen(matrix);
  }

  /** The eigenvalues, largest first. */
  double[] values() {
    return IntStream.of(order).mapToDouble(i -> matrix[i][i]).toArray();
  }

  /** The eigenvector of length 1 that belongs to a value. */
  double[] vector(int rank) {
    return vectors[order[rank]].clone();
  }

  private boolean isDiagonal() {
    double off = 0;
    double all = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double square = matrix[i][j] * matrix[i][j];
        all += square;
        off += i == j ? 0 : square;
      }
    }
    return off <= NEGLIGIBLE * NEGLIGIBLE * all;
  }

  private void rotate(int p, int q) {
    double off = matrix[p][q];
    if (off == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double first = row[p];
      row[p] = cosine * first - sine * row[q];
      row[q] = sine * first + cosine * row[q];
    }
    turn(matrix, p, q, cosine, sine);
    turn(vectors, p, q, cosine, sine);
  }

  private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
    for (int j = 0; j < rows.length; j++) {
      double first = rows[p][j];
      rows[p][j] = cosine * first - sine * rows[q][j];
      rows[q][j] = sine * first + cosine * rows[q][j];
    }
  }
}
