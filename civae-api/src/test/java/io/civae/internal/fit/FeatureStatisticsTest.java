package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Scaling;
import io.civae.data.FeatureMatrix;
import io.civae.internal.model.FeatureScaler;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FeatureStatisticsTest {

  /** Columns: 1 3 5 7 (mean 4, spread √5), a constant, and −2 … 10. */
  private static final FeatureMatrix MATRIX =
      FeatureMatrix.of(new float[][] {{1, 0.1f, -2}, {3, 0.1f, 0}, {5, 0.1f, 0}, {7, 0.1f, 10}});

  private static FeatureScaler scaler(FeatureMatrix matrix, Scaling scaling) {
    return FeatureStatistics.of("training", matrix).scaler(scaling);
  }

  @Test
  void findsTheRange() {
    FeatureStatistics statistics = FeatureStatistics.of("training", MATRIX);
    assertThat(statistics.lowest()).isEqualTo(-2);
    assertThat(statistics.highest()).isEqualTo(10);
    assertThat(statistics.inUnitInterval()).isFalse();
  }

  @Test
  void knowsTheUnitInterval() {
    assertThat(inUnitInterval(0, 1)).isTrue();
    assertThat(inUnitInterval(-0f, 0.5f)).isTrue();
    assertThat(inUnitInterval(-Float.MIN_VALUE, 1)).isFalse();
    assertThat(inUnitInterval(0, Math.nextUp(1f))).isFalse();
  }

  private static boolean inUnitInterval(float... values) {
    return FeatureStatistics.of("training", FeatureMatrix.ofRowMajor(values, values.length, 1))
        .inUnitInterval();
  }

  @Test
  void scalesToMeanZeroAndSpreadOne() {
    FeatureScaler scaler = scaler(MATRIX, Scaling.STANDARD);
    assertThat(scaler.offset()).containsExactly(4, 0.1f, 2);
    assertThat(scaler.scale()[0]).isCloseTo((float) Math.sqrt(5), within(1e-6f));
    assertThat(scaler.scale()[1]).isZero();
    // Squared distances 16 + 4 + 4 + 64 over 4.
    assertThat(scaler.scale()[2]).isCloseTo((float) Math.sqrt(22), within(1e-6f));
  }

  @Test
  void scalesEachFeatureByItsOwnRange() {
    FeatureScaler scaler = scaler(MATRIX, Scaling.MIN_MAX);
    assertThat(scaler.offset()).containsExactly(1, 0.1f, -2);
    assertThat(scaler.scale()).containsExactly(6, 0, 12);
  }

  @Test
  void scalesAllFeaturesByOneRange() {
    FeatureScaler scaler = scaler(MATRIX, Scaling.GLOBAL_MIN_MAX);
    assertThat(scaler.offset()).containsExactly(-2, 0.1f, -2);
    assertThat(scaler.scale()).containsExactly(12, 0, 12);
  }

  @Test
  void leavesValuesAsTheyAre() {
    FeatureScaler scaler = scaler(MATRIX, Scaling.NONE);
    assertThat(scaler.offset()).containsExactly(0, 0.1f, 0);
    assertThat(scaler.scale()).containsExactly(1, 0, 1);
  }

  @Test
  void cannotScaleBeforeTheChoiceIsMade() {
    assertThatThrownBy(() -> scaler(MATRIX, Scaling.AUTO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scaling (AUTO) must be resolved");
  }

  @ParameterizedTest
  @EnumSource(value = Scaling.class, mode = Mode.EXCLUDE, names = "AUTO")
  void givesConstantsBackExactly(Scaling scaling) {
    for (float constant : new float[] {0.1f, -7e-42f, 1e38f, -3.3333333e20f, 0}) {
      FeatureMatrix matrix =
          FeatureMatrix.of(new float[][] {{constant, 1}, {constant, 2}, {constant, 5}});
      FeatureScaler scaler = scaler(matrix, scaling);
      float[] row = {constant, 2};
      scaler.scale(row, 0, 1);
      assertThat(row[0]).isZero();
      row[0] = 0.77f;
      scaler.unscale(row, 0);
      assertThat(row[0]).isEqualTo(constant);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Scaling.class, mode = Mode.EXCLUDE, names = "AUTO")
  void staysFiniteAndInvertibleAtTheEdgesOfFloat(Scaling scaling) {
    float big = 3e38f;
    float[][] extremes = {
      {1e8f, 1e8f + 8, 1e8f, 1e8f + 8},
      {1, Math.nextUp(1f), 1, 1},
      {0, Float.MIN_VALUE, 0, 0},
      {1e-40f, 3e-40f, 2e-40f, 0},
      {big, -big, big, -big},
      {big, -big, -big, -big},
      {big, Math.nextDown(big), big, big},
      {1e-30f, 1e30f, 0, 5},
    };
    for (float[] values : extremes) {
      FeatureMatrix matrix = FeatureMatrix.ofRowMajor(values, 4, 1);
      FeatureScaler scaler = scaler(matrix, scaling);
      assertThat(scaler.scale()[0]).isPositive();
      double spread = (double) max(values) - min(values);
      for (float value : values) {
        float[] row = {value};
        scaler.scale(row, 0, 1);
        assertThat(row[0]).isFinite();
        scaler.unscale(row, 0);
        assertThat((double) row[0]).isCloseTo(value, within(1e-6 * spread + Math.ulp(value)));
      }
    }
  }

  private static float max(float[] values) {
    return Math.max(Math.max(values[0], values[1]), Math.max(values[2], values[3]));
  }

  private static float min(float[] values) {
    return Math.min(Math.min(values[0], values[1]), Math.min(values[2], values[3]));
  }

  /** The largest value must not come out a rounding above 1: a Bernoulli likelihood refuses it. */
  @Test
  void keepsTheRangeInTheUnitIntervalExactly() {
    Random random = new Random(5);
    for (int trial = 0; trial < 20_000; trial++) {
      float low = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
      float high = low + (float) (random.nextDouble() * Math.pow(10, random.nextInt(9) - 4));
      if (low < high) {
        float middle = low + (high - low) * random.nextFloat();
        FeatureMatrix matrix = FeatureMatrix.of(new float[][] {{low}, {high}, {middle}});
        for (Scaling scaling : new Scaling[] {Scaling.MIN_MAX, Scaling.GLOBAL_MIN_MAX}) {
          float[][] scaled = scaler(matrix, scaling).scaled(matrix).toArray();
          assertThat(scaled[0][0]).isZero();
          assertThat(scaled[1][0]).isBetween(Math.nextDown(1f), 1f);
          assertThat(scaled[2][0]).isBetween(0f, 1f);
        }
      }
    }
  }

  /** Two passes in doubles, where a sum of squares in one would cancel. */
  @Test
  void keepsItsPrecisionWhenTheMeanIsLarge() {
    Random random = new Random(6);
    float[] values = new float[5000];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e7f + random.nextInt(9);
      sum += values[i];
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    FeatureScaler scaler = scaler(FeatureMatrix.ofRowMajor(values, 5000, 1), Scaling.STANDARD);
    assertThat((double) scaler.scale()[0])
        .isCloseTo(Math.sqrt(squares / values.length), within(1e-6));
  }

  @Test
  void namesRowAndColumnOfAValueThatIsNotFinite() {
    FeatureMatrix foreign =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return 3;
          }

          @Override
          public int columns() {
            return 2;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            target[offset] = row;
            target[offset + 1] = row == 2 ? Float.NaN : 0;
          }
        };
    assertThatThrownBy(() -> FeatureStatistics.of("validation", foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("validation features[2][1] (NaN) must be finite");
  }
}
