package io.civae.examples.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AskedRowsTest {

  @Test
  void refusesRowsWhoseValuesAreMoreThanTheHeapHolds() {
    AskedRows rows = new AskedRows("count", 1_000_000);
    assertThatThrownBy(() -> rows.checkFit(784, 1L << 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "count (1000000) rows of 784 features are 2,990 MB; that must be at most the heap's"
                + " 1,024 MB, which java -Xmx sets");
    assertThatCode(() -> rows.checkFit(4, 1L << 30)).doesNotThrowAnyException();
  }
}
