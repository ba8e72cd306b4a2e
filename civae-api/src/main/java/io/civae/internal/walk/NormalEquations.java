package io.civae.internal.walk;

/**
 * A symmetric, positive definite, block-tridiagonal system, solved by a banded Cholesky
 * factorisation after damping its diagonal. Blocks of size h; lower triangle only.
 */
final class NormalEquations {

  private final int h;
  private final int size;
  private final double[][] rows;
  private final double[] right;

  NormalEquations(int blocks, int h) {
    this.h = h;
    this.size = blocks * h;
    this.rows = new double[size][];
    for (int r = 0; r < size; r++) {
      rows[r] = new double[r - first(r) + 1];
    }
    this.right = new double[size];
  }

  /** The first column of a row that can differ from 0. */
  private int first(int row) {
    return Math.max(0, (row / h - 1) * h);
  }

  void diagonal(int block, int a, int b, double value) {
    int row = block * h + a;
    rows[row][block * h + b - first(row)] = value;
  }

  void below(int block, int a, int b, double value) {
    int row = block * h + a;
    rows[row][(block - 1) * h + b - first(row)] = value;
  }

  void rightHandSide(int block, int a, double value) {
    right[block * h + a] = value;
  }

  /**
   * Solves with {@code damping · mean of the diagonal} added to the diagonal.
   *
   * @return the solution; not finite where the system is not positive definite
   */
  double[] solve(double damping) {
    double trace = 0;
    for (double[] row : rows) {
      trace += row[row.length - 1];
    }
    double added = damping * trace / size;
    double[][] factor = new double[size][];
    double[] x = new double[size];
    for (int r = 0; r < size; r++) {
      factor[r] = rows[r].clone();
      int from = first(r);
      for (int c = from; c <= r; c++) {
        int common = Math.max(from, first(c));
        double sum = factor[r][c - from] + (c == r ? added : 0);
        for (int k = common; k < c; k++) {
          sum -= factor[r][k - from] * factor[c][k - first(c)];
        }
        factor[r][c - from] = c == r ? Math.sqrt(sum) : sum / factor[c][c - first(c)];
      }
    }
    for (int r = 0; r < size; r++) {
      int from = first(r);
      double sum = right[r];
      for (int k = from; k < r; k++) {
        sum -= factor[r][k - from] * x[k];
      }
      x[r] = sum / factor[r][r - from];
    }
    for (int r = size - 1; r >= 0; r--) {
      int from = first(r);
      x[r] /= factor[r][r - from];
      for (int k = from; k < r; k++) {
        x[k] -= factor[r][k - from] * x[r];
      }
    }
    return x;
  }
}
