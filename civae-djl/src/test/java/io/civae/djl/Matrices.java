package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;

/** Conversions between the oracle's double matrices and row-major floats, and their comparison. */
final class Matrices {

  private Matrices() {}

  static double[][] of(LabeledDataset data) {
    return Arrays.stream(data.features().toArray()).map(Matrices::doubles).toArray(double[][]::new);
  }

  static double[][] of(float[] rowMajor, int rows) {
    int columns = rowMajor.length / rows;
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = doubles(Arrays.copyOfRange(rowMajor, i * columns, (i + 1) * columns));
    }
    return matrix;
  }

  static double[][] of(NDArray array) {
    return of(array.toFloatArray(), (int) array.getShape().get(0));
  }

  static double[][][] of(List<NDArray> arrays) {
    return arrays.stream().map(Matrices::of).toArray(double[][][]::new);
  }

  static float[] rowMajor(double[][] matrix) {
    float[] values = new float[matrix.length * matrix[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) matrix[i / matrix[0].length][i % matrix[0].length];
    }
    return values;
  }

  /** Every value within {@code tolerance} times the largest expected magnitude. */
  static void assertClose(double[][] actual, double[][] expected, double tolerance) {
    assertThat(actual.length).isEqualTo(expected.length);
    double largest =
        Arrays.stream(expected).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("row %d", i)
          .containsExactly(expected[i], Offset.offset(tolerance * Math.max(largest, 1e-3)));
    }
  }

  private static double[] doubles(float[] floats) {
    double[] values = new double[floats.length];
    Arrays.setAll(values, i -> floats[i]);
    return values;
  }
}
