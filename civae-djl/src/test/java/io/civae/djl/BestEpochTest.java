package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BestEpochTest {

  private static NetworkParameters parameters(float value) {
    return NetworkParameters.of(Map.of("w", Tensor.of(new float[] {value}, 1)));
  }

  private static BestEpoch after(int patience, double... objectives) {
    BestEpoch best = new BestEpoch(patience);
    for (int i = 0; i < objectives.length; i++) {
      float number = i;
      best.offer(objectives[i], () -> parameters(number));
    }
    return best;
  }

  @Test
  void keepsTheFirstOfTheLowest() {
    assertThat(after(5, 3, 2, 2, 4).parameters()).isEqualTo(parameters(1));
  }

  @Test
  void waitsForAsManyEpochsAsPatienceSays() {
    assertThat(after(2, 3, 2, 4).mayStillImprove()).isTrue();
    assertThat(after(2, 3, 2, 4, 2).mayStillImprove()).isFalse();
    assertThat(after(2, 3, 4, 2.9, 4).mayStillImprove()).isTrue();
  }

  @Test
  void neverTakesWhatIsNotANumber() {
    assertThat(after(9, Double.NaN, 2, Double.NaN).parameters()).isEqualTo(parameters(1));
    assertThat(after(9, Double.NaN, Double.POSITIVE_INFINITY).parameters()).isNull();
    assertThat(after(2, Double.NaN, Double.NaN).mayStillImprove()).isFalse();
  }
}
