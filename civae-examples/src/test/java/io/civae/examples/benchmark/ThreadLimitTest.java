package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ThreadLimitTest {

  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private static Properties pool(String workers) {
    Properties properties = new Properties();
    properties.setProperty(POOL, workers);
    return properties;
  }

  @Test
  void limitsNativesAndTheCommonPool() {
    ThreadLimit two = new ThreadLimit(2);
    assertThat(two.environment()).containsExactly(Map.entry("OMP_NUM_THREADS", "2"));
    assertThat(two.options()).containsExactly("-D" + POOL + "=1");
  }

  /** A shell that exports OMP_NUM_THREADS says nothing of the pool, in which Java computes. */
  @Test
  void doesNotHoldForTheEnvironmentAlone() {
    ThreadLimit two = new ThreadLimit(2);
    Map<String, String> environment = Map.of("OMP_NUM_THREADS", "2");
    assertThat(two.holds(environment, new Properties())).isFalse();
    assertThat(two.holds(environment, pool("3"))).isFalse();
    assertThat(two.holds(Map.of(), pool("1"))).isFalse();
    assertThat(two.holds(Map.of("OMP_NUM_THREADS", "1"), pool("1"))).isFalse();
    assertThat(two.holds(environment, pool("1"))).isTrue();
  }

  @Test
  void refusesLessThanOneThread() {
    assertThatThrownBy(() -> new ThreadLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads (0) must be at least 1");
  }
}
