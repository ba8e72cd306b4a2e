package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void refusesMoreValuesThanAnArrayHolds() {
    assertThatThrownBy(() -> Rows.flatten("x", new float[70_000][], 40_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x has 70000 rows of 40000 values; one array holds 2147483639: pass fewer rows at a"
                + " time");
    assertThat(Rows.values("x", 1, Integer.MAX_VALUE - 8)).isEqualTo(Integer.MAX_VALUE - 8);
  }

  @Test
  void takesFewerRowsTogetherWhereTheyAreVeryWide() {
    assertThat(Rows.together(4096, 784)).isEqualTo(4096);
    assertThat(Rows.together(4096, 262_144)).isEqualTo(4096);
    assertThat(Rows.together(4096, 524_288)).isEqualTo(2048);
    assertThat(Rows.together(4096, Integer.MAX_VALUE)).isEqualTo(1);
  }
}
