package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {

  /** Three classes on a line, around 0, 10 and 20. */
  private static final LabeledDataset TRAINING =
      line(
          new float[] {-1, 0, 1, 9, 10, 11, 19, 20, 21},
          "low",
          "low",
          "low",
          "middle",
          "middle",
          "middle",
          "high",
          "high",
          "high");

  private static LabeledDataset line(float[] places, String... labels) {
    float[][] rows = new float[places.length][];
    Arrays.setAll(rows, i -> new float[] {places[i]});
    return LabeledDataset.of(rows, labels);
  }

  @Test
  void countsTestObservationsByActualAndPredictedClass() {
    LabeledDataset test =
        line(
            new float[] {0, 1, 10, 20, 10, 20, 20},
            "low",
            "low",
            "low",
            "low",
            "middle",
            "middle",
            "high");
    ConfusionTable table = ConfusionTable.ofFeatures(TRAINING, test);
    int low = table.classNames().indexOf("low");
    int middle = table.classNames().indexOf("middle");
    int high = table.classNames().indexOf("high");
    assertThat(table.classNames()).isEqualTo(TRAINING.classNames());
    assertThat(table.count(low, low)).isEqualTo(2);
    assertThat(table.count(low, middle)).isEqualTo(1);
    assertThat(table.count(low, high)).isEqualTo(1);
    assertThat(table.count(middle, low)).isZero();
    assertThat(table.count(middle, middle)).isEqualTo(1);
    assertThat(table.count(middle, high)).isEqualTo(1);
    assertThat(table.count(high, high)).isEqualTo(1);
    assertThat(table.size(low)).isEqualTo(4);
    assertThat(table.accuracy()).isEqualTo(4 / 7.0, within(1e-12));
    assertThat(table.accuracy()).isEqualTo(LinearSeparability.ofFeatures(TRAINING, test).heldOut());
  }

  @Test
  void asksForTwoClassesInEachSet() {
    LabeledDataset test = line(new float[] {0, 1}, "low", "low");
    assertThatThrownBy(() -> ConfusionTable.ofFeatures(TRAINING, test))
        .hasMessageContaining("test has 1 classes with members");
  }
}
