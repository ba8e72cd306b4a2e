package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedSplitRefusalTest {

  /** Row i holds the value i, so that rows can be recognised in parts. */
  private static LabeledDataset dataset(int[] labels) {
    float[] values = new float[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(values, values.length, 1), labels);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsSharesOutOfRange(double share) {
    LabeledDataset data = dataset(new int[10]);
    String rule = " (" + share + ") must be above 0 and below 1";
    assertRejected(data, new double[] {share, 0.5, 0.5}, "training" + rule);
    assertRejected(data, new double[] {0.5, share, 0.5}, "validation" + rule);
    assertRejected(data, new double[] {0.5, 0.5, share}, "test" + rule);
  }

  @Test
  void rejectsSharesThatDoNotSumToOne() {
    LabeledDataset data = dataset(new int[10]);
    assertRejected(
        data, new double[] {0.5, 0.25, 0.125}, "training + validation + test (0.875) must be 1");
    assertRejected(
        data, new double[] {0.5, 0.5, 0.5}, "training + validation + test (1.5) must be 1");
  }

  @Test
  void acceptsSharesThatSumToOneButForRounding() {
    LabeledDataset data = dataset(new int[30]);
    assertThat(data.split(0.7, 0.2, 0.1, 1).test().size()).isEqualTo(3);
    assertThat(data.split(1 / 3.0, 1 / 3.0, 1 / 3.0, 1).test().size()).isEqualTo(10);
  }

  @Test
  void rejectsSplitsThatLeaveAPartEmpty() {
    assertRejected(
        dataset(new int[3]),
        new double[] {0.8, 0.1, 0.1},
        "validation (0.1) of 3 observations is an empty part");
    assertRejected(
        dataset(new int[1]),
        new double[] {0.8, 0.1, 0.1},
        "validation (0.1) of 1 observations is an empty part");
  }

  private static void assertRejected(LabeledDataset data, double[] shares, String message) {
    assertThatThrownBy(() -> data.split(shares[0], shares[1], shares[2], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
