package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private static NetworkParameters parameters(float value) {
    return NetworkParameters.of(Map.of("w", Tensor.of(new float[] {value}, 1)));
  }

  private static EarlyStopping after(int patience, double... objectives) {
    EarlyStopping stopping = new EarlyStopping(patience, Optional.empty());
    for (int i = 0; i < objectives.length; i++) {
      stopping.offer(i + 1, objectives[i], parameters(i));
    }
    return stopping;
  }

  @Test
  void keepsTheFirstOfTheLowest() {
    assertThat(after(5, 3, 2, 2, 4).best()).contains(new BestEpoch(2, 2, parameters(1)));
  }

  @Test
  void waitsForAsManyEpochsAsPatienceSays() {
    assertThat(after(2, 3, 2, 4).mayStillImprove(3)).isTrue();
    assertThat(after(2, 3, 2, 4, 2).mayStillImprove(4)).isFalse();
    assertThat(after(2, 3, 4, 2.9, 4).mayStillImprove(4)).isTrue();
  }

  @Test
  void neverTakesWhatIsNotANumber() {
    assertThat(after(9, Double.NaN, 2, Double.NaN).best().map(BestEpoch::epoch)).contains(2);
    assertThat(after(9, Double.NaN, Double.POSITIVE_INFINITY).best()).isEmpty();
    assertThat(after(2, Double.NaN, Double.NaN).mayStillImprove(2)).isFalse();
  }

  @Test
  void withoutPatienceItKeepsAndStopsNothing() {
    assertThat(after(0, 3, 2, 4).best()).isEmpty();
    assertThat(after(0, 3, 4, 4).mayStillImprove(3)).isTrue();
  }

  @Test
  void goesOnFromTheBestEpochThatWasKept() {
    BestEpoch kept = new BestEpoch(2, 1.5, parameters(7));
    EarlyStopping stopping = new EarlyStopping(3, Optional.of(kept));
    stopping.offer(3, 1.6, parameters(8));
    stopping.offer(4, 1.5, parameters(9));
    assertThat(stopping.best()).contains(kept);
    assertThat(stopping.mayStillImprove(4)).isTrue();
    assertThat(stopping.mayStillImprove(5)).isFalse();
    stopping.offer(5, 1.4, parameters(10));
    assertThat(stopping.best().map(BestEpoch::epoch)).contains(5);
  }
}
