package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmentationUtilityTest {

  private static final LabeledDataset TEST =
      line(new float[] {-2, -1, 1, 2}, "low", "low", "high", "high");

  private static LabeledDataset line(float[] places, String... labels) {
    float[][] rows = new float[places.length][];
    Arrays.setAll(rows, i -> new float[] {places[i]});
    return LabeledDataset.of(rows, labels);
  }

  /** Cuts at the mean of all it has seen. */
  private static String[] atTheMean(LabeledDataset training, float[][] observations) {
    double sum = 0;
    for (int i = 0; i < training.size(); i++) {
      sum += training.observation(i)[0];
    }
    double cut = sum / training.size();
    return Arrays.stream(observations).map(x -> x[0] > cut ? "high" : "low").toArray(String[]::new);
  }

  @Test
  void comparesWithTheRealObservationsAlone() {
    // The mean is −1.5: one of the low ones is taken for high. F1 is 2/3 and 4/5.
    LabeledDataset real = line(new float[] {-3, -2, -2, 1}, "low", "low", "low", "high");
    AugmentationUtility utility =
        AugmentationUtility.of(real, TEST, AugmentationUtilityTest::atTheMean);
    double score = (2 / 3.0 + 4 / 5.0) / 2;
    assertThat(utility.real()).isCloseTo(score, within(1e-12));
    // With two more at 2 and 3 the mean is −1/6, alone 2.5.
    LabeledDataset made = line(new float[] {2, 3}, "high", "high");
    assertThat(utility.augmented(made)).isEqualTo(1);
    assertThat(utility.gain(made)).isCloseTo(1 - score, within(1e-12));
    assertThat(utility.tstr(made)).isCloseTo((2 / 3.0 + 0) / 2 / score, within(1e-12));
  }

  @Test
  void bringsALearnerAlong() {
    LabeledDataset real = line(new float[] {-3, -1.5f, 1.5f, 3}, "low", "low", "high", "high");
    AugmentationUtility utility = AugmentationUtility.of(real, TEST, Learner.logisticRegression());
    assertThat(utility.real()).isEqualTo(1);
    LabeledDataset wrong = line(new float[] {-1, -1, 1, 1}, "high", "high", "low", "low");
    assertThat(utility.tstr(wrong)).isZero();
    LabeledDataset one = line(new float[] {1}, "low");
    assertThatThrownBy(() -> utility.tstr(one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("training has 1 classes with members");
  }

  @Test
  void refusesOtherFeatures() {
    LabeledDataset wide = LabeledDataset.of(new float[][] {{1, 2}}, new String[] {"low"});
    assertThatThrownBy(() -> AugmentationUtility.of(wide, TEST, AugmentationUtilityTest::atTheMean))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("test has 1 features, training has 2");
    AugmentationUtility utility =
        AugmentationUtility.of(TEST, TEST, AugmentationUtilityTest::atTheMean);
    assertThatThrownBy(() -> utility.gain(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other has 2 features");
  }
}
