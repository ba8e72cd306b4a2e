package io.civae.examples.gain;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.Novelty;
import io.civae.examples.gain.Balancer.Maker;
import io.civae.testkit.SyntheticDatasets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows that walks are compared with are what their names say. */
class BalancerTest {

  private final LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {40, 9, 3}, 5);
  private final ClassCounts lacking = ClassCounts.balancing(data, 1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void duplicatesAreMembersOfTheirClass(long seed) {
    try (Maker maker = new Duplication().on(data, seed)) {
      LabeledDataset made = maker.made(lacking);
      assertCounts(made);
      for (int i = 0; i < made.size(); i++) {
        float[] row = made.observation(i);
        assertThat(List.of(Rows.members(data, label(made, i))))
            .anyMatch(real -> Arrays.equals(real, row));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void smoteLiesBetweenMembersOfItsClass(long seed) {
    try (Maker maker = new WekaSmote().on(data, seed)) {
      LabeledDataset made = maker.made(lacking);
      assertCounts(made);
      for (int i = 0; i < made.size(); i++) {
        float[][] members = Rows.members(data, label(made, i));
        for (int f = 0; f < data.featureCount(); f++) {
          int feature = f;
          double low = Arrays.stream(members).mapToDouble(m -> m[feature]).min().orElseThrow();
          double high = Arrays.stream(members).mapToDouble(m -> m[feature]).max().orElseThrow();
          assertThat((double) made.observation(i)[f]).isBetween(low - 1e-5, high + 1e-5);
        }
      }
      assertThat(Novelty.of(data, made).median()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void copiesAreNoNews(long seed) {
    try (Maker maker = new Duplication().on(data, seed)) {
      assertThat(Novelty.of(data, maker.made(lacking))).isEqualTo(new Novelty(0, 1));
    }
  }

  private void assertCounts(LabeledDataset made) {
    assertThat(lacking.byClass()).isEqualTo(Map.of("1", 31, "2", 37));
    assertThat(made.size()).isEqualTo(31 + 37);
    assertThat(made.indicesOf("1")).hasSize(31);
    assertThat(made.indicesOf("2")).hasSize(37);
  }

  private static String label(LabeledDataset data, int row) {
    return Objects.requireNonNull(data.label(row));
  }
}
