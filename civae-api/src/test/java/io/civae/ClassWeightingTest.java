package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightingTest {

  /** 4 of a, 1 of b, 3 without a label. */
  private static final LabeledDataset DATA =
      LabeledDataset.of(new float[8][1], new String[] {"a", "a", null, "b", "a", null, "a", null});

  @Test
  void balancedWeightsAreThoseOfScikitLearn() {
    // compute_class_weight("balanced", classes=["a", "b"], y=["a", "a", "b", "a", "a"])
    double[] weights = ClassWeighting.balanced().weights(DATA);
    assertThat(weights).containsExactly(new double[] {0.625, 2.5}, within(1e-15));
  }

  @Test
  void withoutWeightingEveryWeightIsOne() {
    assertThat(ClassWeighting.none().weights(DATA)).containsExactly(1, 1);
    assertThat(ClassWeighting.none().weights(LabeledDataset.unlabeled(DATA.features()))).isEmpty();
  }

  @Test
  void aClassThatIsNotNamedHasWeightOne() {
    assertThat(ClassWeighting.of(Map.of("b", 7.5)).weights(DATA)).containsExactly(1, 7.5);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 9e-7, 1e7})
  void rejectsWeightsThatAreNotPositiveNumbers(double weight) {
    assertThatThrownBy(() -> ClassWeighting.of(Map.of("a", 1.0, "b", weight)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weights[\"b\"] ("
                + weight
                + ") must be finite and positive, from 1.0E-6 to 1000000.0");
  }

  @Test
  void rejectsNoWeightsAtAll() {
    assertThatThrownBy(() -> ClassWeighting.of(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights is empty; it must name at least one class");
  }

  @Test
  void rejectsClassesThatDoNotExist() {
    assertThatThrownBy(() -> ClassWeighting.of(Map.of("c", 2.0)).weights(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classWeighting ({c=2.0}) names class \"c\","
                + " which must be one of the classes of training [a, b]");
  }

  @Test
  void rejectsClassesWithoutTrainingObservations() {
    LabeledDataset more = DATA.withClassNames(List.of("a", "b", "z"));
    assertThatThrownBy(() -> ClassWeighting.of(Map.of("z", 2.0)).weights(more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classWeighting ({z=2.0}) names class \"z\", which must have a training observation");
    assertThatThrownBy(() -> ClassWeighting.balanced().weights(more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classWeighting (BALANCED) needs a training observation of each class;"
                + " class \"z\" has none");
    LabeledDataset unlabeled = LabeledDataset.unlabeled(DATA.features());
    assertThatThrownBy(() -> ClassWeighting.balanced().weights(unlabeled))
        .hasMessage(
            "classWeighting (BALANCED) needs labelled training observations, and there are none");
  }

  @Test
  void isEqualToAnotherOfTheSameWeightsInWhateverOrder() {
    ClassWeighting one = ClassWeighting.of(Map.ofEntries(Map.entry("a", 1.0), Map.entry("b", 2.0)));
    ClassWeighting other =
        ClassWeighting.of(Map.ofEntries(Map.entry("b", 2.0), Map.entry("a", 1.0)));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("{a=1.0, b=2.0}");
    assertThat(Arrays.asList(ClassWeighting.none(), ClassWeighting.balanced(), null, "none"))
        .doesNotContain(one);
    assertThat(ClassWeighting.balanced()).isEqualTo(ClassWeighting.balanced());
  }
}
