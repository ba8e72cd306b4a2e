package io.civae.examples.singlecell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignFlipsTest {

  @Test
  void tellsVariablesThatAreApartFromThoseThatAreNot() {
    double[][] units = new double[20][];
    for (int i = 0; i < units.length; i++) {
      units[i] = new double[] {2, i % 2 == 0 ? 1 : -1, 0};
    }
    double[] pValues = SignFlips.pValues(units, 999, 1);
    assertThat(pValues[0]).isEqualTo(0.001);
    assertThat(pValues[1]).isEqualTo(1);
    assertThat(pValues[2]).isEqualTo(1);
  }

  @Test
  void countsEveryFlipOfFewUnits() {
    // Of all 2⁴ flips two reach ±4; of 1, 2, 3 and −2, whose sum is 4, eight.
    double[][] units = {{1, 1}, {1, 2}, {1, 3}, {1, -2}};
    double[] pValues = SignFlips.pValues(units, 40_000, 5);
    assertThat(pValues[0]).isCloseTo(2 / 16.0, within(0.01));
    assertThat(pValues[1]).isCloseTo(8 / 16.0, within(0.01));
  }

  @Test
  void isUniformWhereNothingIsThere() {
    SeededRandom random = SeededRandom.of(3, 4);
    double[][] units = new double[30][400];
    for (double[] unit : units) {
      Arrays.setAll(unit, j -> random.nextGaussian());
    }
    double[] pValues = SignFlips.pValues(units, 499, 6);
    double low = Arrays.stream(pValues).filter(p -> p <= 0.1).count() / 400.0;
    assertThat(low).isBetween(0.06, 0.14);
    assertThat(Arrays.stream(pValues).average().orElseThrow()).isBetween(0.46, 0.54);
  }

  @Test
  void repeatsBySeedAndRefusesWhatItCannotTest() {
    double[][] units = {{1, 2}, {3, 1}, {2, -0.5}, {-0.1, 4}};
    assertThat(SignFlips.pValues(units, 250, 9)).isEqualTo(SignFlips.pValues(units, 250, 9));
    assertThat(SignFlips.pValues(units, 250, 9)).isNotEqualTo(SignFlips.pValues(units, 250, 8));
    assertThatThrownBy(() -> SignFlips.pValues(new double[0][], 9, 1))
        .hasMessage("units (0) must be at least 1");
    assertThatThrownBy(() -> SignFlips.pValues(units, 0, 1))
        .hasMessage("flips (0) must be at least 1");
    assertThatThrownBy(() -> SignFlips.pValues(new double[][] {{Double.NaN}}, 1, 1))
        .hasMessage("units[0][0] (NaN) must be finite");
  }
}
