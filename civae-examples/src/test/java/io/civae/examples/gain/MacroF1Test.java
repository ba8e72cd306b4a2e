package io.civae.examples.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MacroF1Test {

  @Test
  void isTheMeanOverClassesWithTestRows() {
    String[] actual = {"a", "a", "a", "b", "c", "c"};
    String[] said = {"a", "a", "b", "b", "a", "d"};
    // a: 2 hits, 3 said, 3 there: 4/6. b: 1 hit, 2 said, 1 there: 2/3. c: never found. d: not
    // there.
    assertThat(MacroF1.of(actual, said, List.of("a", "b", "c", "d")))
        .isCloseTo((4 / 6.0 + 2 / 3.0 + 0) / 3, within(1e-12));
  }

  @Test
  void isOneOnlyForRightAnswersThroughout() {
    String[] actual = {"a", "b"};
    assertThat(MacroF1.of(actual, actual.clone(), List.of("a", "b"))).isEqualTo(1);
    assertThat(MacroF1.of(actual, new String[] {"b", "a"}, List.of("a", "b"))).isZero();
  }
}
