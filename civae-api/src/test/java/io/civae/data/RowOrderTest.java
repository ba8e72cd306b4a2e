package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowOrderTest {

  private static int[] order(int rows, int blockRows, long seed) {
    return RowOrder.shuffled(rows, blockRows, SeededRandom.of(seed));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 7",
    "2, 1",
    "320, 10",
    "321, 10",
    "1000, 3",
    "1001, 3",
    "4096, 128",
    "10007, 100",
    "5, 2147483647"
  })
  void hasEachRowOnce(int rows, int blockRows) {
    for (long seed = 0; seed < 20; seed++) {
      int[] order = order(rows, blockRows, seed);
      Arrays.sort(order);
      assertThat(order).isEqualTo(IntStream.range(0, rows).toArray());
    }
  }

  @Test
  void isAPlainShuffleWhereAnyOrderCostsTheSame() {
    int[] expected = IntStream.range(0, 500).toArray();
    SeededRandom.of(7).shuffle(expected);
    assertThat(order(500, 1, 7)).isEqualTo(expected);
    assertThat(order(500, 16, 7)).as("one window holds all").isEqualTo(expected);
  }

  @Test
  void repeatsWithTheSeedAndOnlyWithIt() {
    assertThat(order(10_000, 50, 3)).isEqualTo(order(10_000, 50, 3));
    assertThat(order(10_000, 50, 3)).isNotEqualTo(order(10_000, 50, 4));
  }

  /** As many rows as a window has come from two windows at most, a block from two of the cells. */
  @Test
  void touchesFewPlacesOfTheFileAtATime() {
    int window = RowOrder.WINDOW_BLOCKS * 100;
    int[] order = order(100_000, 100, 5);
    for (int from = 0; from + window <= order.length; from += window) {
      Set<Integer> cells = new HashSet<>();
      for (int i = from; i < from + window; i++) {
        cells.add(order[i] / 100);
      }
      // A plain shuffle would touch about 960 of the 1,000 cells.
      assertThat(cells).hasSizeLessThanOrEqualTo(4 * RowOrder.WINDOW_BLOCKS);
    }
  }

  @Test
  void mixesRowsWithinAWindowAndBlocksOverTheFile() {
    int[] order = order(100_000, 100, 5);
    int neighbours = 0;
    Set<Integer> thousands = new HashSet<>();
    for (int i = 0; i < 3200; i++) {
      neighbours += Math.abs(order[i + 1] - order[i]) == 1 ? 1 : 0;
      thousands.add(order[i] / 10_000);
    }
    // A uniform order of 3,200 rows in 32 stretches has two neighbours on average.
    assertThat(neighbours).isLessThan(20);
    assertThat(thousands).hasSizeGreaterThan(7);
  }

  @Test
  void cutsElsewhereEachTime() {
    Set<Integer> starts = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      int[] window = Arrays.copyOf(order(100_000, 100, seed), 3200);
      Arrays.sort(window);
      starts.add(window[0] % 100);
    }
    assertThat(starts).hasSizeGreaterThan(15);
  }

  @Test
  void refusesNumbersBelowOne() {
    assertThatThrownBy(() -> order(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows (0) and blockRows (1) must be at least 1");
    assertThatThrownBy(() -> order(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
