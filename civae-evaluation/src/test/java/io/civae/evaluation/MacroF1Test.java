package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MacroF1Test {

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  private static LabeledDataset labelled(@Nullable String... labels) {
    return LabeledDataset.of(new float[labels.length][1], labels);
  }

  @Test
  void isTheMeanOverClassesWithTestRows() {
    LabeledDataset test =
        labelled("a", "a", "a", "b", "c", "c").withClassNames(List.of("a", "b", "c", "d"));
    // a: 2 hits, 3 said, 3 there: 4/6. b: 1 hit, 2 said, 1 there: 2/3. c: never found. d: no row.
    assertThat(MacroF1.of(test, new String[] {"a", "a", "b", "b", "a", "d"}))
        .isCloseTo((4 / 6.0 + 2 / 3.0 + 0) / 3, within(1e-12));
  }

  @Test
  void isOneOnlyForRightAnswersThroughout() {
    LabeledDataset test = labelled("a", "b");
    assertThat(MacroF1.of(test, new String[] {"a", "b"})).isEqualTo(1);
    assertThat(MacroF1.of(test, new String[] {"b", "a"})).isZero();
    assertThat(MacroF1.of(test, new String[] {"no class", "b"})).isEqualTo(0.5);
  }

  @Test
  void leavesOutWhatHasNoLabel() {
    assertThat(MacroF1.of(labelled("a", null, "b"), new String[] {"a", "a", "b"})).isEqualTo(1);
    assertThatThrownBy(() -> MacroF1.of(labelled(null, null), new String[] {"a", "a"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("test has no labelled observation");
  }

  @Test
  void asksForOnePredictionForEach() {
    assertThatThrownBy(() -> MacroF1.of(labelled("a", "b"), new String[] {"a"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("predicted has 1 entries, test has 2");
  }
}
