package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochPlanTest {

  @ParameterizedTest
  @CsvSource({"100,16,7", "96,16,6", "97,16,7", "5,16,1", "17,16,2", "7,2,3", "8,2,4", "1,2,1"})
  void batchesAreFewAndSizesDifferByAtMostOne(int size, int batchSize, int batches) {
    EpochPlan plan = new EpochPlan(size, batchSize);

    assertThat(plan.batches()).isEqualTo(batches);
    assertThat(plan.start(0)).isZero();
    assertThat(plan.start(batches)).isEqualTo(size);
    int[] sizes = IntStream.range(0, batches).map(b -> plan.start(b + 1) - plan.start(b)).toArray();
    assertThat(IntStream.of(sizes).max().orElseThrow() - IntStream.of(sizes).min().orElseThrow())
        .isBetween(0, 1);
  }

  @Test
  void everyEpochHasEachRowOnceInItsOwnOrder() {
    EpochPlan plan = new EpochPlan(200, 16);

    int[] first = plan.order(3, 1);

    assertThat(IntStream.of(first).sorted().toArray()).isEqualTo(IntStream.range(0, 200).toArray());
    assertThat(first)
        .isEqualTo(plan.order(3, 1))
        .isNotEqualTo(plan.order(3, 2))
        .isNotEqualTo(plan.order(4, 1));
  }
}
