package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.civae.internal.model.FeatureScaler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SparseFeatureMatrixTest {

  private static final float[][] DENSE = {{0, 5, 0, 7}, {0, 0, 0, 0}, {1, 0, -2, 0}};

  private static FeatureMatrix sparse() {
    return FeatureMatrix.ofSparseRows(
        new int[] {0, 2, 2, 4}, new int[] {3, 1, 0, 2}, new float[] {7, 5, 1, -2}, 4);
  }

  @Test
  void readsAsTheDenseMatrixItStandsFor() {
    assertThat(sparse().toArray()).isDeepEqualTo(DENSE);
    assertThat(sparse().rows()).isEqualTo(3);
    assertThat(sparse().columns()).isEqualTo(4);
    assertThat(sparse().select(2, 1, 2).toArray())
        .isDeepEqualTo(new float[][] {DENSE[2], DENSE[1], DENSE[2]});
  }

  @Test
  void overwritesWhatTheTargetHeld() {
    float[] target = {9, 9, 9, 9, 9, 9};
    sparse().copyRow(2, target, 1);
    assertThat(target).containsExactly(9, 1, 0, -2, 0, 9);
  }

  @Test
  void isScaledLikeAnyOther() {
    FeatureScaler scaler = new FeatureScaler(new float[] {1, 0, 2, 0}, new float[] {2, 5, 0, 7});
    assertThat(scaler.scaled(sparse()).toArray())
        .isDeepEqualTo(scaler.scaled(FeatureMatrix.of(DENSE)).toArray());
  }

  @Test
  void keepsACopy() {
    float[] values = {3};
    int[] starts = {0, 1};
    FeatureMatrix matrix = FeatureMatrix.ofSparseRows(starts, new int[] {0}, values, 1);
    values[0] = 4;
    starts[1] = 0;
    assertThat(matrix.row(0)).containsExactly(3);
  }

  @Test
  void refusesRowsAndTargetsThatAreNotThere() {
    assertThatThrownBy(() -> sparse().row(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sparse().copyRow(0, new float[4], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  static Stream<Arguments> broken() {
    float[] two = {1, 2};
    int[] columns = {0, 1};
    return Stream.of(
        arguments(new int[] {0}, new int[0], new float[0], 1, "rowStarts has 1 entries"),
        arguments(new int[] {0, 2}, columns, two, 0, "columns (0) must be at least 1"),
        arguments(new int[] {1, 2}, columns, two, 2, "rowStarts[0] (1) must be 0"),
        arguments(
            new int[] {0, 2, 1},
            columns,
            two,
            2,
            "rowStarts[2] (1) must not be below rowStarts[1] (2)"),
        arguments(
            new int[] {0, 1},
            columns,
            two,
            2,
            "the last entry of rowStarts (1) must be the number of values, 2"),
        arguments(
            new int[] {0, 2}, new int[] {0}, two, 2, "columnIndices has 1 entries, values has 2"),
        arguments(
            new int[] {0, 2}, new int[] {0, 2}, two, 2, "columnIndices[1] (2) must be from 0 to 1"),
        arguments(
            new int[] {0, 2},
            new int[] {-1, 0},
            two,
            2,
            "columnIndices[0] (-1) must be from 0 to 1"),
        arguments(
            new int[] {0, 2},
            new int[] {1, 1},
            two,
            2,
            "columnIndices[1] (1) appears twice in row 0"),
        arguments(
            new int[] {0, 1, 2},
            columns,
            new float[] {1, Float.NaN},
            2,
            "values[1] (NaN) of row 1 must be finite"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refusesArraysThatDoNotFit(
      int[] starts, int[] indices, float[] values, int columns, String message) {
    assertThatThrownBy(() -> FeatureMatrix.ofSparseRows(starts, indices, values, columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
