package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  @Test
  void takesTheMiddleWhateverTheOrder() {
    double[] values = {9, 1, 5, 2, 100};
    assertThat(Stopwatch.median(values)).isEqualTo(5);
    assertThat(values).containsExactly(9, 1, 5, 2, 100);
    assertThat(Stopwatch.median(new double[] {2, 1})).isEqualTo(2);
  }

  @Test
  void runsTheWarmUpAndThenTheTimedRuns() {
    AtomicInteger runs = new AtomicInteger();
    Stopwatch.medianSeconds(3, 4, runs::incrementAndGet);
    assertThat(runs).hasValue(7);
  }
}
