package io.civae.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

  private static final List<String> NAMES = List.of("age", "income", "red", "green", "blue");

  private static float[] enforced(Constraints constraints, int changed, float... row) {
    assertThat(constraints.over(NAMES).applyAsInt(row)).isEqualTo(changed);
    return row;
  }

  @Test
  void movesValuesToTheNearestAllowed() {
    Constraints constraints =
        Constraints.none().range("age", 0, 120).integer("age").nonNegative("income");
    assertThat(enforced(constraints, 2, 33.4f, -5, 0, 0, 7)).containsExactly(33, 0, 0, 0, 7);
    assertThat(enforced(constraints, 1, 130.2f, 5, 0, 0, 7)).containsExactly(120, 5, 0, 0, 7);
    assertThat(enforced(constraints, 0, 33, 5, -1, 0.5f, 7)).containsExactly(33, 5, -1, 0.5f, 7);
    Constraints narrow = Constraints.none().range("age", 0.5f, 3.2f).integer("age");
    assertThat(enforced(narrow, 1, 0.2f, 0, 0, 0, 0)[0]).isEqualTo(1);
    assertThat(enforced(narrow, 1, 9, 0, 0, 0, 0)[0]).isEqualTo(3);
  }

  @Test
  void keepsOneHotGroups() {
    Constraints constraints = Constraints.none().oneHot("red", "green", "blue");
    assertThat(enforced(constraints, 3, 1, 2, 0.2f, 0.7f, 0.1f)).containsExactly(1, 2, 0, 1, 0);
    assertThat(enforced(constraints, 3, 1, 2, -3, -2, -2)).containsExactly(1, 2, 0, 1, 0);
    assertThat(enforced(constraints, 0, 1, 2, 1, 0, 0)).containsExactly(1, 2, 1, 0, 0);
  }

  @Test
  void readsRangesAndIntegersOffData() {
    LabeledDataset data =
        LabeledDataset.unlabeled(
                FeatureMatrix.of(new float[][] {{20, 1.5f, 0, 0, 1}, {60, -2, 1, 0, 0}}))
            .withFeatureNames(NAMES);
    assertThat(enforced(Constraints.seenIn(data), 5, 19, 2, 0.6f, 0.6f, -1))
        .containsExactly(20, 1.5f, 1, 0, 0);
    assertThat(enforced(Constraints.seenIn(data), 0, 21, -1.25f, 1, 0, 1))
        .containsExactly(21, -1.25f, 1, 0, 1);
  }

  @Test
  void rejectsRulesThatContradictOrNameNoFeature() {
    Constraints none = Constraints.none();
    assertThatThrownBy(() -> none.range("age", 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low (3.0) must be at most high (2.0)");
    assertThatThrownBy(() -> none.range("age", Float.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.range("age", 0.2f, 0.8f).integer("age"))
        .hasMessage("the range from 0.2 to 0.8 must hold an integer");
    assertThatThrownBy(() -> none.oneHot("red"))
        .hasMessage("features (1) of a one-hot group must be at least 2");
    assertThatThrownBy(() -> none.oneHot("red", "blue").oneHot("green", "red"))
        .hasMessage("feature \"red\" must be in one one-hot group only, and once");
    assertThatThrownBy(() -> none.integer("zebra").over(NAMES))
        .hasMessage("feature \"zebra\" of a constraint is not among the data's features");
    assertThatThrownBy(() -> none.oneHot("red", "zebra").over(NAMES))
        .hasMessageContaining("\"zebra\"");
  }

  @Test
  void holdsForWhatAnAugmenterMakesAndCountsWhatItChanged() {
    Random random = new Random(1);
    float[][] rows = new float[30][];
    String[] labels = new String[30];
    for (int i = 0; i < 30; i++) {
      rows[i] = new float[] {random.nextInt(50), random.nextFloat()};
      labels[i] = "a";
    }
    LabeledDataset data = LabeledDataset.of(rows, labels);
    try (CiVaeModel model = HandMadeModels.identity(0, List.of("a", "b"), new float[2][2], 1, 0)) {
      AuditedDataset made =
          model
              .augmenter(data)
              .withPosteriorNoise(2)
              .keeping(Constraints.seenIn(data))
              .audited("a", 300);
      int adjusted = 0;
      for (int i = 0; i < 300; i++) {
        float[] x = made.dataset().observation(i);
        assertThat(x[0]).isBetween(0f, 49f).isEqualTo((float) Math.rint(x[0]));
        assertThat(x[1]).isBetween(0f, 1f);
        adjusted += made.audits().get(i).adjustedFeatures() > 0 ? 1 : 0;
      }
      assertThat(made.summary().adjusted()).isEqualTo(adjusted).isGreaterThan(250);
      assertThat(made.summary().toString()).endsWith(adjusted + " adjusted to the constraints");
      assertThatThrownBy(() -> model.augmenter(data).keeping(Constraints.none().integer("zebra")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
