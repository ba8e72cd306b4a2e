package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.LabeledDataset;
import io.civae.data.RowOrder;
import io.civae.spi.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassSamplingTest {

  /** 6 of a, 2 of b, 2 without a label. */
  private static final LabeledDataset DATA =
      LabeledDataset.of(
          new float[10][1], new String[] {"a", "b", null, "a", "a", "a", null, "b", "a", "a"});

  private static int[] drawn(ClassSampling sampling, LabeledDataset data) {
    return sampling.sampler(data).draw(1, SeededRandom.of(3));
  }

  private static long count(int[] rows, LabeledDataset data, int classIndex) {
    return IntStream.of(rows).filter(row -> data.classIndex(row) == classIndex).count();
  }

  @Test
  void naturalSamplingIsTheOrderThereAlwaysWas() {
    assertThat(drawn(ClassSampling.natural(), DATA))
        .containsExactly(RowOrder.shuffled(10, 1, SeededRandom.of(3)));
  }

  @Test
  void balancedSamplingShowsEachClassAlikeAndUnlabelledRowsOnce() {
    int[] rows = drawn(ClassSampling.balanced(), DATA);
    assertThat(count(rows, DATA, 0)).isEqualTo(4);
    assertThat(count(rows, DATA, 1)).isEqualTo(4);
    assertThat(rows).containsOnlyOnce(2, 6).hasSize(10);
  }

  @Test
  void givenProportionsAreRelative() {
    int[] rows = drawn(ClassSampling.of(Map.of("a", 0.1, "b", 0.3)), DATA);
    assertThat(count(rows, DATA, 0)).isEqualTo(2);
    assertThat(count(rows, DATA, 1)).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsProportionsThatAreNotPositiveNumbers(double proportion) {
    assertThatThrownBy(() -> ClassSampling.of(Map.of("b", proportion)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "proportions[\"b\"] (" + proportion + ") must be finite and positive");
  }

  @Test
  void rejectsClassesThatDoNotExistOrAreNotNamed() {
    assertThatThrownBy(() -> ClassSampling.of(Map.of("a", 1.0, "x", 1.0)).sampler(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classSampling ({a=1.0, x=1.0}) names class \"x\","
                + " which must be one of the classes of training [a, b]");
    assertThatThrownBy(() -> ClassSampling.of(Map.of("a", 1.0)).sampler(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classSampling ({a=1.0}) must name every class that has training observations;"
                + " \"b\" is missing");
  }

  @Test
  void rejectsClassesWithNothingToDraw() {
    LabeledDataset more = DATA.withClassNames(List.of("a", "b", "z"));
    assertThatThrownBy(() -> ClassSampling.balanced().sampler(more))
        .hasMessage(
            "classSampling (BALANCED) needs a training observation of each class;"
                + " class \"z\" has none");
    Map<String, Double> all = Map.of("a", 1.0, "b", 1.0, "z", 1.0);
    assertThatThrownBy(() -> ClassSampling.of(all).sampler(more))
        .hasMessageEndingWith("names class \"z\", which must have a training observation");
    // What has no members need not be named.
    assertThat(drawn(ClassSampling.of(Map.of("a", 1.0, "b", 1.0)), more)).hasSize(10);
  }

  @Test
  void rejectsAProportionThatWouldNeverBeDrawn() {
    assertThatThrownBy(() -> ClassSampling.of(Map.of("a", 1.0, "b", 1e-3)).sampler(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "proportion (0.001) of class \"b\" must be large enough for one draw among 8 labelled");
  }

  @Test
  void isEqualToAnotherOfTheSameProportions() {
    ClassSampling one = ClassSampling.of(Map.of("a", 1.0));
    assertThat(one).isEqualTo(ClassSampling.of(Map.of("a", 1.0))).hasToString("{a=1.0}");
    assertThat(one)
        .isNotEqualTo(ClassSampling.of(Map.of("a", 2.0)))
        .isNotEqualTo(ClassSampling.balanced());
  }
}
