package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFingerprintTest {

  private static String of(float[][] features, int... labels) {
    return DataFingerprint.of(LabeledDataset.of(features, labels));
  }

  @Test
  void isTheSameForTheSameData() {
    LabeledDataset data = LabeledDataset.of(new float[][] {{1, 2}, {3, 4}}, new int[] {0, -1});
    assertThat(DataFingerprint.of(data))
        .matches("[0-9a-f]{64}")
        .isEqualTo(of(new float[][] {{1, 2}, {3, 4}}, 0, -1))
        .isEqualTo(DataFingerprint.of(data.select(1, 0).select(1, 0)))
        .isEqualTo(DataFingerprint.of(data.withFeatureNames(List.of("a", "b"))));
  }

  @Test
  void differsForAnyOtherData() {
    String one = of(new float[][] {{1, 2}, {3, 4}}, 0, 1);
    assertThat(
            List.of(
                of(new float[][] {{1, 2}, {3, 5}}, 0, 1),
                of(new float[][] {{3, 4}, {1, 2}}, 0, 1),
                of(new float[][] {{1, 2}, {3, 4}}, 1, 0),
                of(new float[][] {{1, 2}, {3, 4}}, 0, -1),
                of(new float[][] {{1, 2}}, 0)))
        .doesNotContain(one)
        .doesNotHaveDuplicates();
  }
}
