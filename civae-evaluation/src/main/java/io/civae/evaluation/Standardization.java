package io.civae.evaluation;

/** Each column to mean 0 and standard deviation 1 by the rows it was made from; constants to 0. */
final class Standardization {

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final double[] mean;
  private final double[] deviation;

  private Standardization(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  static Standardization of(float[][] rows) {
    int columns = rows[0].length;
    double[] mean = new double[columns];
    double[] squares = new double[columns];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        double delta = rows[i][j] - mean[j];
        mean[j] += delta / (i + 1);
        squares[j] += delta * (rows[i][j] - mean[j]);
      }
    }
    for (int j = 0; j < columns; j++) {
      squares[j] = Math.sqrt(squares[j] / rows.length);
    }
    return new Standardization(mean, squares);
  }

  /**
   * All rows, one after the other.
   *
   * @throws IllegalArgumentException if they are more values than an array holds
   */
  double[] apply(float[][] rows) {
    if ((long) rows.length * mean.length > LONGEST_ARRAY) {
      throw new IllegalArgumentException(
          rows.length
              + " rows of "
              + mean.length
              + " columns are more values than one array holds, "
              + LONGEST_ARRAY);
    }
    double[] result = new double[rows.length * mean.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(apply(rows[i]), 0, result, i * mean.length, mean.length);
    }
    return result;
  }

  double[] apply(float[] row) {
    double[] result = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      result[j] = deviation[j] == 0 ? 0 : (row[j] - mean[j]) / deviation[j];
    }
    return result;
  }
}
