package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void aConstantHasAnIntervalOfNoWidth() {
    ConfidenceInterval interval = Bootstrap.mean(new double[] {3, 3, 3}, 1L);
    assertThat(interval).isEqualTo(new ConfidenceInterval(3, 3, 3, 0.95));
  }

  @Test
  void agreesWithTheNormalIntervalForManyUnits() {
    SeededRandom random = SeededRandom.of(5L);
    double[] units = new double[2_000];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = 2 + random.nextGaussian();
      sum += units[i];
      squares += units[i] * units[i];
    }
    double mean = sum / units.length;
    double error = Math.sqrt((squares / units.length - mean * mean) / units.length);
    ConfidenceInterval interval = Bootstrap.mean(units, 7L);
    assertThat(interval.estimate()).isCloseTo(mean, within(1e-12));
    assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(0.1 * error));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(0.1 * error));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] units = {0, 1, 1, 0, 1, 1, 1};
    assertThat(Bootstrap.mean(units, 4L)).isEqualTo(Bootstrap.mean(units, 4L));
    double[] spread = new double[50];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = Math.sqrt(i);
    }
    assertThat(Bootstrap.mean(spread, 4L)).isNotEqualTo(Bootstrap.mean(spread, 5L));
  }

  @Test
  void aSingleUnitSaysNothingOfTheSpread() {
    ConfidenceInterval interval = Bootstrap.mean(new double[] {0.7}, 1L);
    assertThat(interval.estimate()).isEqualTo(0.7);
    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  @Test
  void intervalsAreApartOnlyWithoutACommonValue() {
    ConfidenceInterval low = new ConfidenceInterval(1, 0, 2, 0.95);
    assertThat(low.isApartFrom(new ConfidenceInterval(3, 2.5, 4, 0.95))).isTrue();
    assertThat(low.isApartFrom(new ConfidenceInterval(3, 2, 4, 0.95))).isFalse();
  }

  @Test
  void rejectsNoUnitsAndWhatIsNotFinite() {
    assertThatThrownBy(() -> Bootstrap.mean(new double[0], 1L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("units is empty");
    assertThatThrownBy(() -> Bootstrap.mean(new double[] {1, Double.NaN}, 1L))
        .hasMessageContaining("units[1] (NaN) must be finite");
  }
}
