package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentIntervalTest {

  /** Two-sided 95 % quantiles as printed in tables of the distribution. */
  @ParameterizedTest
  @CsvSource({"1, 12.7062", "2, 4.3027", "3, 3.1824", "4, 2.7764", "9, 2.2622", "30, 2.0423"})
  void hasTheQuantilesOfTheTables(int degrees, double expected) {
    assertThat(StudentInterval.quantile(degrees)).isCloseTo(expected, within(5e-5));
  }

  @Test
  void isTheHandComputedIntervalOfThreeRuns() {
    // Mean 2, standard deviation 1, standard error 1/√3.
    ConfidenceInterval interval = StudentInterval.mean(1, 2, 3);
    assertThat(interval.estimate()).isEqualTo(2);
    assertThat(interval.high() - 2).isCloseTo(4.302653 / Math.sqrt(3), within(1e-5));
    assertThat(2 - interval.low()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-5));
    assertThat(interval.level()).isEqualTo(0.95);
  }

  @Test
  void saysNothingOfTheSpreadOfASingleRun() {
    ConfidenceInterval interval = StudentInterval.mean(0.5);
    assertThat(interval.estimate()).isEqualTo(0.5);
    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  @Test
  void rejectsRunsItCannotAverage() {
    assertThatThrownBy(StudentInterval::mean).hasMessageContaining("runs is empty");
    assertThatThrownBy(() -> StudentInterval.mean(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("runs[1] (NaN)");
  }
}
