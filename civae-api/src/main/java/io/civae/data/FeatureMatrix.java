package io.civae.data;

/**
 * Observations in rows, features in columns; hides where the values live.
 *
 * <p>Implementations are immutable and safe to read from many threads. Values are finite; the
 * factories check this, and {@code CiVae.fit} checks it for implementations of others.
 */
public interface FeatureMatrix {

  /**
   * The number of observations.
   *
   * @return at least 1
   */
  int rows();

  /**
   * The number of features.
   *
   * @return at least 1
   */
  int columns();

  /**
   * Copies one observation.
   *
   * @param row from 0 to {@code rows() − 1}
   * @param target receives {@code columns()} values
   * @param offset index in {@code target} of the first value
   * @throws IndexOutOfBoundsException if the row does not exist or the target is too short
   */
  void copyRow(int row, float[] target, int offset);

  /**
   * One observation as a new array.
   *
   * @param row from 0 to {@code rows() − 1}
   * @return {@code columns()} values; the array belongs to the caller
   * @throws IndexOutOfBoundsException if the row does not exist
   */
  default float[] row(int row) {
    float[] values = new float[columns()];
    copyRow(row, values, 0);
    return values;
  }

  /**
   * All observations as new arrays.
   *
   * @return an array of {@code rows()} × {@code columns()} that belongs to the caller
   */
  default float[][] toArray() {
    float[][] all = new float[rows()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = row(i);
    }
    return all;
  }

  /**
   * How many consecutive rows are best read together: a hint for whoever reads all rows in random
   * order, see {@link RowOrder}.
   *
   * @return at least 1; 1, the default, when any order costs the same
   */
  default int preferredBlockRows() {
    return 1;
  }

  /**
   * A view of some rows, in the given order; a row may appear more than once.
   *
   * @param rows the rows to keep, each from 0 to {@code rows() − 1}; at least one
   * @return a view; nothing is copied but the row numbers
   * @throws IllegalArgumentException if {@code rows} is empty
   * @throws IndexOutOfBoundsException if a row does not exist
   */
  default FeatureMatrix select(int... rows) {
    return new RowSelection(this, rows.clone());
  }

  /**
   * A matrix that holds a copy of the given values.
   *
   * @param values observations in rows; at least one row and one column, all rows of one length,
   *     every value finite
   * @return the matrix
   * @throws IllegalArgumentException if a rule is broken; the message names row and column
   */
  static FeatureMatrix of(float[][] values) {
    return DenseFeatureMatrix.copyOf(values);
  }

  /**
   * A matrix that holds a copy of the given values, rounded to float.
   *
   * @param values observations in rows; at least one row and one column, all rows of one length,
   *     every value finite as a float
   * @return the matrix
   * @throws IllegalArgumentException if a rule is broken; the message names row and column
   */
  static FeatureMatrix of(double[][] values) {
    return DenseFeatureMatrix.copyOf(values);
  }

  /**
   * A matrix that holds a copy of values given row after row.
   *
   * @param values {@code rows · columns} finite values
   * @param rows at least 1
   * @param columns at least 1
   * @return the matrix
   * @throws IllegalArgumentException if a rule is broken
   */
  static FeatureMatrix ofRowMajor(float[] values, int rows, int columns) {
    return DenseFeatureMatrix.copyOf(values, rows, columns);
  }

  /**
   * A matrix of mostly zeros that holds a copy of compressed sparse rows (CSR), as SciPy and
   * AnnData keep them. Only what is stored takes memory: 8 bytes a value.
   *
   * @param rowStarts {@code rows + 1} numbers that begin with 0 and never fall: the values of row i
   *     are those from {@code rowStarts[i]} to before {@code rowStarts[i + 1]} (SciPy's {@code
   *     indptr})
   * @param columnIndices the column of each value, in any order within a row but none twice
   *     (SciPy's {@code indices})
   * @param values finite; where none is stored the value is 0 (SciPy's {@code data})
   * @param columns the number of features, at least 1
   * @return the matrix
   * @throws IllegalArgumentException if a rule is broken; the message names the place
   */
  static FeatureMatrix ofSparseRows(
      int[] rowStarts, int[] columnIndices, float[] values, int columns) {
    return SparseFeatureMatrix.copyOf(rowStarts, columnIndices, values, columns);
  }
}
