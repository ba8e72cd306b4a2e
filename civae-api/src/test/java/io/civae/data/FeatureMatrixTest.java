package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureMatrixTest {

  private static FeatureMatrix threeByTwo() {
    return FeatureMatrix.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
  }

  @Test
  void answersShapeAndRows() {
    FeatureMatrix matrix = threeByTwo();
    assertThat(matrix.rows()).isEqualTo(3);
    assertThat(matrix.columns()).isEqualTo(2);
    assertThat(matrix.row(1)).containsExactly(3, 4);
    assertThat(matrix.toArray()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, {5, 6}});
  }

  @Test
  void agreesAcrossItsFactories() {
    FeatureMatrix rows = FeatureMatrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    FeatureMatrix flat = FeatureMatrix.ofRowMajor(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    assertThat(rows.toArray()).isDeepEqualTo(threeByTwo().toArray());
    assertThat(flat.toArray()).isDeepEqualTo(threeByTwo().toArray());
  }

  @Test
  void roundsDoublesToTheNearestFloat() {
    FeatureMatrix matrix =
        FeatureMatrix.of(new double[][] {{0.1, 1e-60, -0.0, 3.4028235e38, 16777217}});
    assertThat(matrix.row(0)).containsExactly(0.1f, 0f, -0f, Float.MAX_VALUE, 16777216f);
  }

  @Test
  void copiesIntoTheMiddleOfATarget() {
    float[] target = new float[5];
    threeByTwo().copyRow(2, target, 2);
    assertThat(target).containsExactly(0, 0, 5, 6, 0);
  }

  @Test
  void isUntouchedByLaterChangesOfItsInput() {
    float[][] floats = {{1, 2}};
    double[][] doubles = {{1, 2}};
    float[] flat = {1, 2};
    FeatureMatrix[] matrices = {
      FeatureMatrix.of(floats), FeatureMatrix.of(doubles), FeatureMatrix.ofRowMajor(flat, 1, 2)
    };
    floats[0][0] = 9;
    floats[0] = new float[0];
    doubles[0][0] = 9;
    flat[0] = 9;
    for (FeatureMatrix matrix : matrices) {
      assertThat(matrix.row(0)).containsExactly(1, 2);
    }
  }

  @Test
  void isUntouchedByChangesOfItsAnswers() {
    FeatureMatrix matrix = threeByTwo();
    matrix.row(0)[0] = 9;
    matrix.toArray()[0][0] = 9;
    assertThat(matrix.row(0)).containsExactly(1, 2);
  }

  @Test
  void rejectsRowsThatDoNotExist() {
    for (int row : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> threeByTwo().row(row)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> threeByTwo().select(0).row(row))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void rejectsTargetsThatAreTooShort() {
    assertThatThrownBy(() -> threeByTwo().copyRow(0, new float[3], 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> threeByTwo().select(0).copyRow(0, new float[3], 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rejectsNoRows() {
    assertRejected(
        () -> FeatureMatrix.of(new float[0][]), "features is empty; at least one row is needed");
    assertRejected(
        () -> FeatureMatrix.of(new double[0][]), "features is empty; at least one row is needed");
  }

  @Test
  void rejectsNoColumns() {
    assertRejected(
        () -> FeatureMatrix.of(new float[2][0]),
        "features[0] is empty; at least one column is needed");
    assertRejected(
        () -> FeatureMatrix.of(new double[2][0]),
        "features[0] is empty; at least one column is needed");
  }

  @Test
  void rejectsRaggedRows() {
    String message =
        "features is ragged: row 2 has 1 values, row 0 has 2; all rows must be of one length";
    assertRejected(() -> FeatureMatrix.of(new float[][] {{1, 2}, {3, 4}, {5}}), message);
    assertRejected(() -> FeatureMatrix.of(new double[][] {{1, 2}, {3, 4}, {5}}), message);
    assertRejected(
        () -> FeatureMatrix.of(new float[][] {{1, 2}, {3, 4, 5}}),
        "features is ragged: row 1 has 3 values, row 0 has 2; all rows must be of one length");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void rejectsValuesThatAreNotFinite(float value) {
    String message = "features[1][2] (" + value + ") must be a finite float";
    float[][] floats = {{0, 0, 0}, {0, 0, value}};
    double[][] doubles = {{0, 0, 0}, {0, 0, value}};
    float[] flat = {0, 0, 0, 0, 0, value};
    assertRejected(() -> FeatureMatrix.of(floats), message);
    assertRejected(() -> FeatureMatrix.of(doubles), message);
    assertRejected(() -> FeatureMatrix.ofRowMajor(flat, 2, 3), message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3.5e38, -3.5e38, Double.MAX_VALUE})
  void rejectsDoublesThatOverflowAFloat(double value) {
    assertRejected(
        () -> FeatureMatrix.of(new double[][] {{value}}),
        "features[0][0] (" + value + ") must be a finite float");
  }

  @Test
  void rejectsRowMajorValuesOfTheWrongNumber() {
    assertRejected(
        () -> FeatureMatrix.ofRowMajor(new float[5], 2, 3),
        "features has 5 values; rows × columns = 2 × 3 asks for 6");
    assertRejected(
        () -> FeatureMatrix.ofRowMajor(new float[0], 0, 3),
        "rows (0) and columns (3) must be at least 1");
    assertRejected(
        () -> FeatureMatrix.ofRowMajor(new float[0], 3, 0),
        "rows (3) and columns (0) must be at least 1");
    assertRejected(
        () -> FeatureMatrix.ofRowMajor(new float[6], -2, -3),
        "rows (-2) and columns (-3) must be at least 1");
    // 65536 · 65536 wraps to 0 in an int.
    assertRejected(
        () -> FeatureMatrix.ofRowMajor(new float[0], 65536, 65536),
        "features has 0 values; rows × columns = 65536 × 65536 asks for 4294967296");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesTheRowThatIsNull() {
    for (int row : new int[] {0, 1}) {
      float[][] floats = {{1}, {2}};
      floats[row] = null;
      double[][] doubles = {{1}, {2}};
      doubles[row] = null;
      String message = "features[" + row + "] must not be null";
      assertThatThrownBy(() -> FeatureMatrix.of(floats))
          .isInstanceOf(NullPointerException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> FeatureMatrix.of(doubles))
          .isInstanceOf(NullPointerException.class)
          .hasMessage(message);
    }
  }

  @Test
  void rejectsMoreValuesThanAnArrayHolds() {
    float[][] floats = new float[65536][];
    Arrays.fill(floats, new float[32768]);
    double[][] doubles = new double[65536][];
    Arrays.fill(doubles, new double[32768]);
    String message = "features has 65536 × 32768 values; one array holds at most 2147483639";
    assertRejected(() -> FeatureMatrix.of(floats), message);
    assertRejected(() -> FeatureMatrix.of(doubles), message);
  }

  @Test
  void rejectsSelectingNothing() {
    assertRejected(() -> threeByTwo().select(), "rows is empty; at least one row is needed");
    assertRejected(
        () -> threeByTwo().select(1).select(), "rows is empty; at least one row is needed");
  }

  private static void assertRejected(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void rejectsSelectingRowsThatDoNotExist() {
    for (int row : new int[] {-1, 3}) {
      assertThatThrownBy(() -> threeByTwo().select(0, row))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> threeByTwo().select(0, 1).select(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> threeByTwo().select(0, 1).select(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void selectsInOrderWithRepetition() {
    int[] rows = {2, 0, 2};
    FeatureMatrix view = threeByTwo().select(rows);
    rows[0] = 1;
    assertThat(view.rows()).isEqualTo(3);
    assertThat(view.columns()).isEqualTo(2);
    assertThat(view.toArray()).isDeepEqualTo(new float[][] {{5, 6}, {1, 2}, {5, 6}});
  }

  @Test
  void composesSelections() {
    FeatureMatrix view = threeByTwo().select(2, 0, 1).select(0, 2).select(1, 1, 0);
    assertThat(view.toArray()).isDeepEqualTo(new float[][] {{3, 4}, {3, 4}, {5, 6}});
  }
}
