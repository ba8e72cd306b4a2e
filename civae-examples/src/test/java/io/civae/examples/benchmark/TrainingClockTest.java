package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.TrainingProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingClockTest {

  private static void step(TrainingClock clock, long step) {
    clock.stepEnded(new TrainingProgress(1, 1, step, 100, Duration.ZERO));
  }

  @Test
  void timesWhatFollowsTheWarmUp() {
    TrainingClock clock = new TrainingClock(2, 3);
    for (long step = 1; step <= 10; step++) {
      step(clock, step);
    }
    assertThat(clock.stepMillis()).isNotNegative();
  }

  @Test
  void refusesToTimeATrainingThatEndedEarly() {
    TrainingClock clock = new TrainingClock(2, 3);
    for (long step = 1; step <= 4; step++) {
      step(clock, step);
    }
    assertThatThrownBy(clock::stepMillis)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before step 5");
  }
}
