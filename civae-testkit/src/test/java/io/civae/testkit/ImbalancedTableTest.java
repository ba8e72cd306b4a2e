package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImbalancedTableTest {

  private static final LabeledDataset TABLE =
      SyntheticDatasets.imbalancedTable(new int[] {400, 60, 25, 12}, 7);

  @Test
  void theFirstClassIsTheCommonOne() {
    CiVaeAssertions.assertThat(TABLE)
        .hasSize(497)
        .hasClasses("0", "1", "2", "3")
        .hasClassCount("0", 400)
        .hasClassCount("1", 60)
        .hasClassCount("2", 25)
        .hasClassCount("3", 12);
  }

  @Test
  void columnsAreOfTheKindsDocumented() {
    assertThat(TABLE.featureNames())
        .containsExactly("income", "share", "visits", "waiting", "balance", "noise", "constant");
    assertThat(column(TABLE, "income")).allMatch(x -> x > 0);
    assertThat(column(TABLE, "visits")).allMatch(x -> x >= 0 && x == Math.rint(x));
    assertThat(column(TABLE, "waiting")).allMatch(x -> x >= 0).contains(0f);
    assertThat(column(TABLE, "balance")).anyMatch(x -> x < 0).anyMatch(x -> x > 0);
    assertThat(column(TABLE, "constant")).containsOnly(42f);
  }

  @Test
  void columnsAreOnVeryDifferentScales() {
    assertThat(deviation(column(TABLE, "income")) / deviation(column(TABLE, "share")))
        .isGreaterThan(1e5);
  }

  @Test
  void aRareClassOverlapsTheCommonOneInPart() {
    // 2.2 deviations apart: the best classifier of two classes of equal size is right for
    // Φ(1.1) = 0.864 of them, observed noise taking a little away.
    LabeledDataset two = SyntheticDatasets.imbalancedTable(new int[] {3_000, 2_999}, 1);
    LabeledDataset scaled = standardized(two);
    assertThat(SoftmaxRegression.fit(scaled, 10, 1).accuracy(scaled)).isBetween(0.78, 0.88);
  }

  @Test
  void namesTheArgumentThatBreaksARule() {
    assertThatThrownBy(() -> SyntheticDatasets.imbalancedTable(new int[] {5}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perClass ([5]) must name at least 2 classes");
    assertThatThrownBy(() -> SyntheticDatasets.imbalancedTable(new int[] {5, 3, 5}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perClass[2] (5) must be below perClass[0] (5)");
  }

  private static Float[] column(LabeledDataset data, String name) {
    int j = data.featureNames().indexOf(name);
    Float[] values = new Float[data.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.observation(i)[j];
    }
    return values;
  }

  private static double deviation(Float[] values) {
    double mean = Arrays.stream(values).mapToDouble(x -> x).average().orElseThrow();
    double variance =
        Arrays.stream(values).mapToDouble(x -> (x - mean) * (x - mean)).average().orElseThrow();
    return Math.sqrt(variance);
  }

  private static LabeledDataset standardized(LabeledDataset data) {
    float[][] rows = data.features().toArray();
    for (String name : data.featureNames()) {
      int j = data.featureNames().indexOf(name);
      Float[] column = column(data, name);
      double mean = Arrays.stream(column).mapToDouble(x -> x).average().orElseThrow();
      double deviation = Math.max(1e-9, deviation(column));
      for (float[] row : rows) {
        row[j] = (float) ((row[j] - mean) / deviation);
      }
    }
    return data.withFeatures(FeatureMatrix.of(rows));
  }
}
