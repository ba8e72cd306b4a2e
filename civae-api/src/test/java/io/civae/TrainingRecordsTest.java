package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.TrainingOutcome.Ending;
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

  @Test
  void outcomesSayWhetherAnythingIsLeftToContinue() {
    assertThat(Ending.COMPLETED.isFinal()).isTrue();
    assertThat(Ending.EARLY_STOPPING.isFinal()).isTrue();
    assertThat(Ending.CANCELLED.isFinal()).isFalse();
    assertThat(Ending.INTERRUPTED.isFinal()).isFalse();
    assertThat(Ending.TIME_BUDGET.isFinal()).isFalse();
    assertThat(Ending.TIME_BUDGET).hasToString("time budget");
  }

  /** A training that goes back after it was continued may be stopped before it gets there again. */
  @Test
  void anOutcomeMayHaveFewerStepsThanItWasContinuedFrom() {
    assertThat(new TrainingOutcome(Ending.CANCELLED, 5, Optional.empty(), 7, 1).steps())
        .isEqualTo(5);
  }

  @Test
  void rejectsOutcomesOfNoTraining() {
    Optional<Integer> none = Optional.empty();
    assertThatThrownBy(() -> new TrainingOutcome(Ending.COMPLETED, -1, none, 0, 0))
        .hasMessage("steps (-1) must be at least 0");
    assertThatThrownBy(() -> new TrainingOutcome(Ending.COMPLETED, 1, Optional.of(0), 0, 0))
        .hasMessage("bestEpoch (0) must be at least 1");
    assertThatThrownBy(() -> new TrainingOutcome(Ending.COMPLETED, 1, none, -1, 0))
        .hasMessage("resumedFromStep (-1) must be at least 0");
    assertThatThrownBy(() -> new TrainingOutcome(Ending.COMPLETED, 1, none, 0, -1))
        .hasMessage("rollbacks (-1) must be at least 0");
  }
}
