package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.spi.SeededRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DropoutMaskTest {

  private static final int SIZE = 100_003;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5, 0.8})
  void dropsTheShareAndKeepsTheExpectation(double share) {
    float[] mask = new float[SIZE];

    new DropoutMask(share).fill(mask, SIZE, SeededRandom.of(1));

    double sum = 0;
    int dropped = 0;
    for (float value : mask) {
      sum += value;
      dropped += value == 0 ? 1 : 0;
      assertThat(value == 0 || Math.abs(value - 1 / (1 - share)) < 1e-3).isTrue();
    }
    double deviation = Math.sqrt(share * (1 - share) / SIZE);
    assertThat((double) dropped / SIZE).isCloseTo(share, Offset.offset(5 * deviation));
    assertThat(sum / SIZE).isCloseTo(1, Offset.offset(5 * deviation / (1 - share)));
  }

  @Test
  void neighboursAreIndependent() {
    float[] mask = new float[SIZE];

    new DropoutMask(0.5).fill(mask, SIZE, SeededRandom.of(2));

    for (int lag = 1; lag <= 4; lag++) {
      int equal = 0;
      for (int i = lag; i < SIZE; i++) {
        equal += mask[i] == mask[i - lag] ? 1 : 0;
      }
      assertThat((double) equal / SIZE).as("lag %d", lag).isCloseTo(0.5, Offset.offset(0.01));
    }
  }

  @Test
  void nearlyOneStillKeepsSomething() {
    float[] mask = new float[1_000_000];

    new DropoutMask(0.9999999).fill(mask, mask.length, SeededRandom.of(3));

    assertThat(mask).containsOnly(0f, 65_536f);
  }

  @Test
  void zeroDropsNothing() {
    assertThat(new DropoutMask(0).dropsNothing()).isTrue();
    assertThat(new DropoutMask(0.01).dropsNothing()).isFalse();
  }
}
