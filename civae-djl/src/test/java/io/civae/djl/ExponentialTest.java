package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class ExponentialTest {

  @Test
  void comesWithinABillionth() {
    for (int i = -40_000; i <= 40_000; i++) {
      double[] value = {i / 1000.0};

      Exponential.apply(value, 1);

      assertThat(value[0])
          .as("exp(%s)", i / 1000.0)
          .isCloseTo(Math.exp(i / 1000.0), Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void isCutOffWhereAFloatShowsNothingMore() {
    double[] values = {1e30, -1e30, 0, 7};

    Exponential.apply(values, 3);

    assertThat(values[0]).isCloseTo(Math.exp(40), Percentage.withPercentage(1e-7));
    assertThat(values[1]).isCloseTo(Math.exp(-40), Percentage.withPercentage(1e-7));
    assertThat(values[2]).isEqualTo(1);
    assertThat(values[3]).isEqualTo(7);
  }

  @Test
  void notANumberStaysOne() {
    double[] values = {Double.NaN};

    Exponential.apply(values, 1);

    assertThat(values[0]).isNaN();
  }

  @Test
  void logarithmsComeWithinABillionth() {
    for (int i = 1; i <= 100_000; i++) {
      double[] value = {i / 100_000.0};

      Exponential.logOfOnePlus(value, 1);

      assertThat(value[0])
          .as("log(1 + %s)", i / 100_000.0)
          .isCloseTo(Math.log1p(i / 100_000.0), Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void theLogarithmOfOneIsNothingAndSmallNumbersAreTheirOwn() {
    double[] values = {0, 1e-17};

    Exponential.logOfOnePlus(values, 2);

    assertThat(values[0]).isZero();
    assertThat(values[1]).isCloseTo(1e-17, Percentage.withPercentage(1e-7));
  }
}
