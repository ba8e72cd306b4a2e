package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.FeatureMatrix;
import io.civae.data.RowOrder;
import io.civae.spi.SeededRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochPlanTest {

  @ParameterizedTest
  @CsvSource({"100,16,7", "96,16,6", "97,16,7", "5,16,1", "17,16,2", "7,2,3", "8,2,4", "1,2,1"})
  void batchesAreFewAndSizesDifferByAtMostOne(int size, int batchSize, int batches) {
    EpochPlan plan = new EpochPlan(rows(size, 1), batchSize);

    assertThat(plan.batches()).isEqualTo(batches);
    assertThat(plan.start(0)).isZero();
    assertThat(plan.start(batches)).isEqualTo(size);
    int[] sizes = IntStream.range(0, batches).map(b -> plan.start(b + 1) - plan.start(b)).toArray();
    assertThat(IntStream.of(sizes).max().orElseThrow() - IntStream.of(sizes).min().orElseThrow())
        .isBetween(0, 1);
  }

  @Test
  void everyEpochHasEachRowOnceInItsOwnOrder() {
    EpochPlan plan = new EpochPlan(rows(200, 1), 16);

    int[] first = plan.order(3, 1);

    assertThat(IntStream.of(first).sorted().toArray()).isEqualTo(IntStream.range(0, 200).toArray());
    assertThat(first)
        .isEqualTo(plan.order(3, 1))
        .isNotEqualTo(plan.order(3, 2))
        .isNotEqualTo(plan.order(4, 1));
  }

  @Test
  void readsAMatrixThatAsksForItInBlocks() {
    EpochPlan plan = new EpochPlan(rows(10_000, 50), 16);
    int[] order = plan.order(3, 1);
    assertThat(order).containsExactly(RowOrder.shuffled(10_000, 50, order(3, 1)));
    assertThat(order).isNotEqualTo(new EpochPlan(rows(10_000, 1), 16).order(3, 1));
  }

  private static SeededRandom order(long seed, int epoch) {
    return SeededRandom.of(seed, RandomStreams.ORDER, epoch);
  }

  private static FeatureMatrix rows(int count, int blockRows) {
    return new FeatureMatrix() {
      @Override
      public int rows() {
        return count;
      }

      @Override
      public int columns() {
        return 1;
      }

      @Override
      public void copyRow(int row, float[] target, int offset) {
        target[offset] = row;
      }

      @Override
      public int preferredBlockRows() {
        return blockRows;
      }
    };
  }
}
