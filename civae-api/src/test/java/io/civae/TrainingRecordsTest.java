package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingRecordsTest {

  private static EpochMetrics epoch(int number) {
    return new EpochMetrics(
        number, new LossTerms(3, 1, 1, 1, Double.NaN), Optional.empty(), 1e-3, 0.5);
  }

  @Test
  void keepsEpochsInOrder() {
    List<EpochMetrics> epochs = new ArrayList<>(List.of(epoch(1), epoch(2)));
    TrainingHistory history = TrainingHistory.of(epochs);
    epochs.clear();
    assertThat(history.epochs()).containsExactly(epoch(1), epoch(2));
    assertThat(history.last()).isEqualTo(epoch(2));
    assertThat(history.toString()).contains("epoch=2");
    assertThatThrownBy(() -> history.epochs().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void hasNoLastEpochBeforeTheFirst() {
    TrainingHistory history = TrainingHistory.of(List.of());
    assertThat(history).hasToString("TrainingHistory[]");
    assertThatThrownBy(history::last)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no epoch was completed");
  }

  @Test
  void estimatesTheTimeLeftFromTheStepsSoFar() {
    Duration ten = Duration.ofSeconds(10);
    assertThat(new TrainingProgress(1, 2, 25, 100, ten).remaining()).hasSeconds(30);
    assertThat(new TrainingProgress(2, 2, 100, 100, ten).remaining()).isZero();
    assertThat(new TrainingProgress(1, 2, 0, 100, ten).remaining()).isZero();
    // A product of nanoseconds and steps would overflow a long.
    assertThat(new TrainingProgress(1, 1, 1, 1_000_000, Duration.ofHours(1)).remaining())
        .hasHours(999_999);
  }
}
