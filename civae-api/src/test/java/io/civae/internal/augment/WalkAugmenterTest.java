package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.data.LabeledDataset;
import io.civae.fixture.CapturedLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkAugmenterTest extends AugmenterFixture {

  /** Members (0, 0) and (10, 20): every point is t·(10, 20), t uniform in [0, 1). */
  @Test
  void walksBetweenTwoMembers() {
    LabeledDataset made = augmenter.generate("pair", 2000);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 2000; i++) {
      float[] x = made.observation(i);
      assertThat(x[0]).isBetween(0f, 10f);
      assertThat(x[1]).isCloseTo(2 * x[0], within(1e-5f));
      sum += x[0] / 10;
      squares += Math.pow(x[0] / 10 - 0.5, 2);
    }
    assertThat(sum / 2000).isCloseTo(0.5, within(5 * Math.sqrt(1 / 12.0 / 2000)));
    assertThat(squares / 2000).isCloseTo(1 / 12.0, within(5 * Math.sqrt(1 / 180.0 / 2000)));
  }

  /** Members (100, 100), (100, 200) and (300, 100): a point lies on one of three edges. */
  @Test
  void drawsPairsUniformly() {
    int[] edges = new int[3];
    LabeledDataset made = augmenter.generate("triple", 3000);
    for (int i = 0; i < 3000; i++) {
      float[] x = made.observation(i);
      if (x[0] == 100) {
        edges[0]++;
      } else if (x[1] == 100) {
        edges[1]++;
      } else {
        assertThat(x[1]).isCloseTo(250 - x[0] / 2, within(1e-3f));
        edges[2]++;
      }
    }
    for (int edge : edges) {
      assertThat((double) edge).isCloseTo(1000, within(5 * Math.sqrt(3000 * 2 / 9.0)));
    }
  }

  @Test
  void labelsWhatItMakes() {
    LabeledDataset made = augmenter.generate("triple", 17);
    assertThat(made.size()).isEqualTo(17);
    assertThat(count(made, "triple")).isEqualTo(17);
    assertThat(made.classNames()).isEqualTo(CLASSES);
    assertThat(made.featureNames()).containsExactly("length", "width");
    assertThat(augmenter.generate("pair", 1).size()).isEqualTo(1);
  }

  @Test
  void repeatsWithASeedAndDiffersBetweenSeeds() {
    float[][] once = augmenter.generate("triple", 20).features().toArray();
    assertThat(augmenter.generate("triple", 20).features().toArray()).isDeepEqualTo(once);
    assertThat(model.augmenter(source).generate("triple", 20).features().toArray())
        .isDeepEqualTo(once);
    long seed = model.config().seed();
    assertThat(augmenter.withSeed(seed).generate("triple", 20).features().toArray())
        .isDeepEqualTo(once);
    assertThat(augmenter.withSeed(seed + 1).generate("triple", 20).observation(0))
        .isNotEqualTo(once[0]);
    assertThat(augmenter.balance().features().toArray())
        .isDeepEqualTo(augmenter.balance().features().toArray());
    assertThat(augmenter.withSeed(9).balance().observation(8))
        .isNotEqualTo(augmenter.balance().observation(8));
  }

  @Test
  void servesManyThreadsAtOnce() {
    float[][] once = augmenter.generate("triple", 300).features().toArray();
    Augmenter fresh = model.augmenter(source);
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i ->
                assertThat(fresh.generate("triple", 300).features().toArray()).isDeepEqualTo(once));
  }

  @Test
  void bringsEveryClassToTheSizeOfTheLargest() {
    LabeledDataset balanced = augmenter.balance();
    assertThat(count(balanced, "triple")).isEqualTo(3);
    assertThat(count(balanced, "pair")).isEqualTo(3);
    assertThat(count(balanced, "single")).isEqualTo(3);
    assertThat(count(balanced, "none")).isZero();
    assertThat(count(balanced, null)).isEqualTo(2);
    assertThat(balanced.classNames()).isEqualTo(CLASSES);
    assertThat(balanced.featureNames()).containsExactly("length", "width");
  }

  @Test
  void keepsTheSourceUntouchedAndFirst() {
    LabeledDataset balanced = augmenter.balance();
    assertThat(balanced.size()).isEqualTo(11);
    for (int i = 0; i < source.size(); i++) {
      assertThat(balanced.observation(i)).isEqualTo(source.observation(i));
      assertThat(balanced.label(i)).isEqualTo(source.label(i));
    }
    assertThat(balanced.label(8)).isEqualTo("pair");
    assertThat(balanced.label(9)).isEqualTo("single");
    assertThat(balanced.select(9, 0, 9).observation(0)).isEqualTo(balanced.observation(9));
    for (int row : new int[] {-1, 11}) {
      assertThatThrownBy(() -> balanced.features().row(row))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void samplesAroundAMemberThatIsAloneAndSaysSo() {
    int n = 2000;
    float[][] rows = new float[n + 1][2];
    String[] labels = new String[n + 1];
    Arrays.fill(labels, "triple");
    rows[0] = new float[] {-50, -60};
    labels[0] = "single";
    Augmenter wide = model.augmenter(LabeledDataset.of(rows, labels));
    List<LabeledDataset> balanced = new ArrayList<>();
    String log = CapturedLog.of(() -> balanced.add(wide.balance()));
    assertThat(log).contains("WARN").contains("class \"single\" has one member");
    LabeledDataset made = balanced.get(0);
    assertThat(made.size()).isEqualTo(2 * n);
    double sum = 0;
    double squares = 0;
    for (int i = n + 1; i < 2 * n; i++) {
      assertThat(made.label(i)).isEqualTo("single");
      double offset = made.observation(i)[1] + 60;
      sum += offset;
      squares += offset * offset;
    }
    double variance = Math.exp(LOG_VARIANCE);
    assertThat(sum / (n - 1)).isCloseTo(0, within(5 * Math.sqrt(variance / n)));
    assertThat(squares / (n - 1)).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / n)));
  }

  @Test
  void leavesABalancedSourceAsItIs() {
    LabeledDataset even = labelled(new float[][] {{1, 2}, {3, 4}, {5, 6}}, "pair", "single", null);
    List<LabeledDataset> balanced = new ArrayList<>();
    String log = CapturedLog.of(() -> balanced.add(model.augmenter(even).balance()));
    assertThat(log).isEmpty();
    assertThat(balanced.get(0).features().toArray()).isDeepEqualTo(even.features().toArray());
    assertThat(balanced.get(0).label(2)).isNull();
  }

  @Test
  void understandsClassesInAnyOrder() {
    LabeledDataset reordered = source.withClassNames(List.of("none", "single", "triple", "pair"));
    assertThat(model.augmenter(reordered).generate("pair", 5).features().toArray())
        .isDeepEqualTo(augmenter.generate("pair", 5).features().toArray());
  }

  @Test
  void whatBalanceMakesIsNotWhatGenerateMakes() {
    LabeledDataset balanced = augmenter.balance();
    float[] first = balanced.observation(source.size());
    String name = balanced.classNames().get(balanced.classIndex(source.size()));
    assertThat(augmenter.generate(name, 1).observation(0)).isNotEqualTo(first);
  }
}
