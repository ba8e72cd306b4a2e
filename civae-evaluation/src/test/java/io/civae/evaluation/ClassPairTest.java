package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import io.civae.testkit.SyntheticDatasets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassPairTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {4, 2, 1}, 3, 5L);

  @Test
  void drawsDifferentMembersOfOneClass() {
    List<ClassPair> pairs = ClassPair.draw(DATA, 200, 1L);
    assertThat(pairs).hasSize(400);
    for (ClassPair pair : pairs) {
      assertThat(pair.from()).isNotEqualTo(pair.to());
      assertThat(DATA.label(pair.from())).isEqualTo(pair.className());
      assertThat(DATA.label(pair.to())).isEqualTo(pair.className());
    }
  }

  @Test
  void reachesEveryOrderedPair() {
    Set<ClassPair> distinct = new HashSet<>(ClassPair.draw(DATA, 500, 1L));
    assertThat(distinct).hasSize(4 * 3 + 2);
  }

  @Test
  void leavesOutClassesOfOneMember() {
    assertThat(ClassPair.draw(DATA, 5, 1L)).extracting(ClassPair::className).containsOnly("0", "1");
  }

  @Test
  void dependsOnTheSeedAlone() {
    assertThat(ClassPair.draw(DATA, 9, 1L)).isEqualTo(ClassPair.draw(DATA, 9, 1L));
    assertThat(ClassPair.draw(DATA, 9, 1L)).isNotEqualTo(ClassPair.draw(DATA, 9, 2L));
  }
}
