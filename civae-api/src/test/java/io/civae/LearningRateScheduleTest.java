package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateScheduleTest {

  private static final LearningRateSchedule ONE_CYCLE = LearningRateSchedule.oneCycle();

  @Test
  void staysConstant() {
    assertThat(LearningRateSchedule.constant().factor(0, 1)).isEqualTo(1);
    assertThat(LearningRateSchedule.constant().factor(99, 100)).isEqualTo(1);
  }

  /** Of 100 steps the peak is step 29 (the 30th), the end step 99. */
  @Test
  void climbsToThePeakAndDownToAlmostNothing() {
    assertThat(ONE_CYCLE.factor(0, 100)).isCloseTo(0.04, within(1e-15));
    assertThat(ONE_CYCLE.factor(29, 100)).isEqualTo(1);
    assertThat(ONE_CYCLE.factor(99, 100)).isCloseTo(4e-6, within(1e-15));
  }

  /** Half cosines, by hand: at a third of a half period the cosine is ½, at its middle 0. */
  @Test
  void followsHalfCosines() {
    // 201 steps: the climb takes 0.3 · 201 − 1 = 59.3 steps, the way down the remaining 140.7.
    double climb = 0.04 + (1 - 0.04) * (1 - Math.cos(Math.PI * 20 / 59.3)) / 2;
    assertThat(ONE_CYCLE.factor(20, 201)).isCloseTo(climb, within(1e-12));
    double down = 4e-6 + (1 - 4e-6) * (1 + Math.cos(Math.PI * (130 - 59.3) / 140.7)) / 2;
    assertThat(ONE_CYCLE.factor(130, 201)).isCloseTo(down, within(1e-12));
    // 110 steps: climb 32, descent 77; step 16 is the middle of the climb.
    assertThat(ONE_CYCLE.factor(16, 110)).isCloseTo(0.52, within(1e-12));
  }

  @Test
  void risesThenFalls() {
    for (int step = 1; step < 1000; step++) {
      double change = ONE_CYCLE.factor(step, 1000) - ONE_CYCLE.factor(step - 1, 1000);
      assertThat(change * (step <= 299 ? 1 : -1)).as("step %s", step).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 7, 10, 1_000_000_000_000L})
  void staysInRangeHoweverShortOrLong(long steps) {
    LearningRateSchedule staged = LearningRateSchedule.staged(1, 0.1, 0.01);
    for (long step : new long[] {0, steps / 3, steps / 2, steps - 1}) {
      assertThat(ONE_CYCLE.factor(step, steps)).isGreaterThan(0).isLessThanOrEqualTo(1);
      assertThat(staged.factor(step, steps)).isGreaterThan(0).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void dividesTheStepsIntoEqualStages() {
    LearningRateSchedule staged = LearningRateSchedule.staged(1, 0.5, 0.25);
    assertThat(staged.factor(0, 9)).isEqualTo(1);
    assertThat(staged.factor(2, 9)).isEqualTo(1);
    assertThat(staged.factor(3, 9)).isEqualTo(0.5);
    assertThat(staged.factor(5, 9)).isEqualTo(0.5);
    assertThat(staged.factor(6, 9)).isEqualTo(0.25);
    assertThat(staged.factor(8, 9)).isEqualTo(0.25);
    // More stages than steps: some are skipped.
    assertThat(staged.factor(0, 2)).isEqualTo(1);
    assertThat(staged.factor(1, 2)).isEqualTo(0.5);
    assertThat(LearningRateSchedule.staged(0.3).factor(5, 10)).isEqualTo(0.3);
  }

  @Test
  void answersItsKindAndStages() {
    assertThat(LearningRateSchedule.constant().kind())
        .isEqualTo(LearningRateSchedule.Kind.CONSTANT);
    assertThat(ONE_CYCLE.kind()).isEqualTo(LearningRateSchedule.Kind.ONE_CYCLE);
    assertThat(ONE_CYCLE.factors()).isEmpty();
    double[] factors = {1, 0.5};
    LearningRateSchedule staged = LearningRateSchedule.staged(factors);
    factors[0] = 0.1;
    assertThat(staged.factors()).containsExactly(1.0, 0.5);
    assertThatThrownBy(() -> staged.factors().set(0, 0.2))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(staged).hasToString("STAGED[1.0, 0.5]");
    assertThat(ONE_CYCLE).hasToString("ONE_CYCLE");
  }

  @Test
  void comparesKindAndStages() {
    assertThat(LearningRateSchedule.staged(1, 0.5))
        .isEqualTo(LearningRateSchedule.staged(1, 0.5))
        .hasSameHashCodeAs(LearningRateSchedule.staged(1, 0.5))
        .isNotEqualTo(LearningRateSchedule.staged(1))
        .isNotEqualTo(ONE_CYCLE)
        .isNotEqualTo("STAGED");
    assertThat(ONE_CYCLE).isNotEqualTo(LearningRateSchedule.constant());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsStagesOutOfRange(double bad) {
    assertThatThrownBy(() -> LearningRateSchedule.staged(1, bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factors[1] (" + bad + ") must be above 0 and at most 1");
  }

  @Test
  void rejectsNoStages() {
    assertThatThrownBy(LearningRateSchedule::staged)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factors is empty; at least one stage is needed");
  }
}
