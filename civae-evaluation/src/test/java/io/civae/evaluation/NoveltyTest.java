package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoveltyTest {

  /** The members of "near" lie 1 from each other, those of "far" 10; of "one" there is one. */
  private static final LabeledDataset REAL =
      line(
          new float[] {0, 1, 2, 100, 110, 120, 500},
          "near",
          "near",
          "near",
          "far",
          "far",
          "far",
          "one");

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  private static LabeledDataset line(float[] places, @Nullable String... labels) {
    float[][] rows = new float[places.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {places[i], 7};
    }
    return LabeledDataset.of(rows, labels);
  }

  @Test
  void measuresEachInTheUnitsOfItsOwnClass() {
    // 0.5 from its nearest where 1 is typical, and 5 where 10 is: half of the way, both.
    Novelty half = Novelty.of(REAL, line(new float[] {0.5f, 105}, "near", "far"));
    assertThat(half.median()).isCloseTo(0.5, within(1e-12));
    assertThat(half.copies()).isZero();
    // 0, 0.2 and 3.
    Novelty mixed = Novelty.of(REAL, line(new float[] {110, 1.2f, 5}, "far", "near", "near"));
    assertThat(mixed.median()).isCloseTo(0.2, within(1e-6));
    assertThat(mixed.copies()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void looksAtMembersOfTheClassAlone() {
    assertThat(Novelty.of(REAL, line(new float[] {100}, "near")).median()).isEqualTo(98);
  }

  @Test
  void takesTheDistanceOfAllForAClassThatTellsNone() {
    // Of the six distances among the others half are 1, half 10.
    assertThat(Novelty.of(REAL, line(new float[] {511}, "one")).median()).isEqualTo(2);
    LabeledDataset doubles =
        line(new float[] {4, 4, 4, 5, 0, 3}, "double", "double", "double", "double", "b", "b");
    // A quarter of "double" is 1 from its nearest, "b" is 3 from each other: 3 is the median.
    assertThat(Novelty.of(doubles, line(new float[] {10}, "double")).median())
        .isCloseTo(5 / 3.0, within(1e-12));
  }

  @Test
  void refusesWhatHasNoNearest() {
    assertRefused(line(new float[] {1}, "none"), "synthetic observation 0 is of class \"none\"");
    assertRefused(line(new float[] {1, 2}, "near", null), "synthetic observation 1 has no label");
    assertRefused(
        LabeledDataset.of(new float[][] {{1}}, new String[] {"near"}),
        "synthetic has 1 features, real has 2");
    LabeledDataset alike = line(new float[] {1, 1}, "near", "near");
    assertThatThrownBy(() -> Novelty.of(alike, alike))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("real has no class with two members that differ");
  }

  private static void assertRefused(LabeledDataset synthetic, String message) {
    assertThatThrownBy(() -> Novelty.of(REAL, synthetic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
