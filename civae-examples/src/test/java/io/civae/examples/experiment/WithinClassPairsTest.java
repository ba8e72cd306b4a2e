package io.civae.examples.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import io.civae.testkit.SyntheticDatasets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WithinClassPairsTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {4, 2, 1}, 3, 5L);

  @Test
  void drawsDifferentMembersOfOneClass() {
    List<WithinClassPairs.Pair> pairs = WithinClassPairs.draw(DATA, 200, 1L);
    assertThat(pairs).hasSize(400);
    for (WithinClassPairs.Pair pair : pairs) {
      assertThat(pair.from()).isNotEqualTo(pair.to());
      assertThat(DATA.label(pair.from())).isEqualTo(pair.className());
      assertThat(DATA.label(pair.to())).isEqualTo(pair.className());
    }
  }

  @Test
  void reachesEveryOrderedPair() {
    Set<WithinClassPairs.Pair> distinct = new HashSet<>(WithinClassPairs.draw(DATA, 500, 1L));
    assertThat(distinct).hasSize(4 * 3 + 2);
  }

  @Test
  void leavesOutClassesOfOneMember() {
    assertThat(WithinClassPairs.draw(DATA, 5, 1L))
        .extracting(WithinClassPairs.Pair::className)
        .containsOnly("0", "1");
  }

  @Test
  void dependsOnTheSeedAlone() {
    assertThat(WithinClassPairs.draw(DATA, 9, 1L)).isEqualTo(WithinClassPairs.draw(DATA, 9, 1L));
    assertThat(WithinClassPairs.draw(DATA, 9, 1L)).isNotEqualTo(WithinClassPairs.draw(DATA, 9, 2L));
  }
}
