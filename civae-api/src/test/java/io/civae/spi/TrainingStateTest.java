package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.TrainingListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingStateTest {

  private static NetworkState network(long step) {
    Tensor weight = Tensor.of(new float[] {step}, 1);
    return new NetworkState(step, NetworkParameters.of(Map.of("w", weight)), Map.of("m", weight));
  }

  private static TrainingState state(
      long step, long start, double sum, int rollbacks, long millis) {
    return new TrainingState(
        network(step),
        Optional.of(network(start)),
        Map.of("sum", sum),
        Optional.of(new BestEpoch(1, 0.5, network(2).parameters())),
        rollbacks,
        Duration.ofMillis(millis));
  }

  @Test
  void goesBackToWhereTheEpochBegan() {
    TrainingState back = state(7, 4, 1, 1, 9).rolledBack();
    assertThat(back.current()).isEqualTo(network(4));
    assertThat(back.epochStart()).isEmpty();
    assertThat(back.sums()).isEmpty();
    assertThat(back.best()).isEqualTo(state(7, 4, 1, 1, 9).best());
    assertThat(back.rollbacks()).isEqualTo(2);
    assertThat(back.elapsed()).isEqualTo(Duration.ofMillis(9));
    assertThat(TrainingState.of(network(4)).rolledBack().current()).isEqualTo(network(4));
  }

  @Test
  void itsModelHasTheBestEpochOrElseTheLastStep() {
    assertThat(state(7, 4, 1, 0, 0).chosen()).isEqualTo(network(2).parameters());
    assertThat(TrainingState.of(network(7)).chosen()).isEqualTo(network(7).parameters());
  }

  @Test
  void rejectsWhatNoTrainingComesTo() {
    assertThatThrownBy(() -> network(-1)).hasMessage("step (-1) must be at least 0");
    assertThatThrownBy(() -> state(7, 7, 1, 0, 0))
        .hasMessage("epochStart.step (7) must be below current.step (7)");
    assertThatThrownBy(() -> state(7, 4, Double.NaN, 0, 0))
        .hasMessage("sum sum (NaN) must be finite");
    assertThatThrownBy(() -> state(7, 4, 1, -1, 0)).hasMessage("rollbacks (-1) must be at least 0");
    assertThatThrownBy(() -> state(7, 4, 1, 0, -1))
        .hasMessage("elapsed (PT-0.001S) must not be negative");
    NetworkParameters parameters = network(0).parameters();
    assertThatThrownBy(() -> new BestEpoch(0, 1, parameters))
        .hasMessage("best epoch (0) must be at least 1");
    assertThatThrownBy(() -> new BestEpoch(1, Double.NaN, parameters))
        .hasMessage("best objective (NaN) must be finite");
  }

  @Test
  void aControlThatOnlyListensWantsNoState() {
    TrainingControl control = TrainingControl.of(TrainingListener.NONE);
    assertThat(control.goesOn()).isTrue();
    assertThat(control.rollbacks()).isZero();
    TrainingState state = TrainingState.of(network(3));
    assertThatThrownBy(() -> control.take(state)).hasMessage("no state was wanted, at step 3");
  }
}
