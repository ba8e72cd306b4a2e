package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.spi.SeededRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSamplerTest {

  private static final int ROWS = 4_000;
  private static final int BLOCK = 20;

  /** 3,001 of class 0, 500 of class 1, one of class 2 and 498 without a label, well mixed. */
  private static final LabeledDataset DATA = mixed(ROWS);

  private static LabeledDataset mixed(int rows) {
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 8 < 6 ? 0 : i % 8 == 6 ? 1 : LabeledDataset.UNLABELED;
    }
    labels[7] = 2;
    labels[15] = 0;
    return LabeledDataset.of(new float[rows][1], labels);
  }

  private static int[] counts(int[] rows) {
    int[] counts = new int[ROWS];
    for (int row : rows) {
      counts[row]++;
    }
    return counts;
  }

  private static int[] draw(RowSampler sampler, int blockRows, long seed) {
    return sampler.draw(blockRows, SeededRandom.of(seed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, BLOCK})
  void drawsEachClassExactlyAndItsMembersWithinOneOfEachOther(int blockRows) {
    RowSampler sampler = RowSampler.byClass(DATA, new double[] {1, 2, 1});
    int[] ofClass = new int[3];
    int[] least = {ROWS, ROWS, ROWS};
    int[] most = new int[3];
    int[] rows = draw(sampler, blockRows, 5);
    int[] counts = counts(rows);
    for (int row = 0; row < ROWS; row++) {
      int c = DATA.classIndex(row);
      if (c == LabeledDataset.UNLABELED) {
        assertThat(counts[row]).as("unlabelled row %d", row).isEqualTo(1);
      } else {
        ofClass[c] += counts[row];
        least[c] = Math.min(least[c], counts[row]);
        most[c] = Math.max(most[c], counts[row]);
      }
    }
    // 3,502 labelled rows: 875.5, 1,751 and 875.5, the first of equal remainders rounded up.
    assertThat(ofClass).containsExactly(876, 1_751, 875);
    assertThat(least).containsExactly(0, 3, 875);
    assertThat(most).containsExactly(1, 4, 875);
    assertThat(rows).hasSize(ROWS);
  }

  @Test
  void membersOfAFrequentClassTakeTurns() {
    RowSampler sampler = RowSampler.byClass(DATA, new double[] {1, 2, 1});
    int[] shown = new int[ROWS];
    int epochs = 200;
    for (int epoch = 0; epoch < epochs; epoch++) {
      int[] counts = counts(draw(sampler, 1, epoch));
      for (int row = 0; row < ROWS; row++) {
        shown[row] += counts[row];
      }
    }
    double share = 876.0 / 3_001;
    double deviation = Math.sqrt(epochs * share * (1 - share));
    for (int row = 0; row < ROWS; row++) {
      if (DATA.classIndex(row) == 0) {
        // Of 3,001 binomial numbers none is six deviations off, but for once in 170,000 seeds.
        assertThat(Math.abs(shown[row] - epochs * share)).isLessThan(6 * deviation);
      }
    }
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() {
    RowSampler sampler = RowSampler.byClass(DATA, new double[] {1, 1, 1});
    assertThat(draw(sampler, BLOCK, 1))
        .isEqualTo(draw(sampler, BLOCK, 1))
        .isNotEqualTo(draw(sampler, BLOCK, 2));
  }

  @Test
  void readsADiskBlockByBlockAndStillMixesClasses() {
    int many = 40_000;
    int block = 50;
    LabeledDataset data = mixed(many);
    int[] rows = draw(RowSampler.byClass(data, new double[] {1, 1, 1}), block, 1);
    int stretch = 1_600;
    for (int from = 0; from + stretch <= many; from += stretch) {
      int[] ofClass = new int[3];
      Set<Integer> blocks = new HashSet<>();
      for (int i = from; i < from + stretch; i++) {
        int c = data.classIndex(rows[i]);
        if (c == 0) {
          blocks.add(rows[i] / block);
        }
        if (c >= 0) {
          ofClass[c]++;
        }
      }
      // At most two windows of 32 blocks, stretched over three each where two of three rows are
      // left out. A plain shuffle would take 350 of the 800.
      assertThat(blocks).hasSizeLessThanOrEqualTo(2 * 32 * 3);
      // 467 of each are expected, with a deviation of 18.
      assertThat(ofClass[1]).isBetween(467 - 180, 467 + 180);
      assertThat(ofClass[2]).isBetween(467 - 180, 467 + 180);
    }
  }

  @Test
  void evenProportionsOfEvenClassesShowEveryRowOnce() {
    LabeledDataset even = LabeledDataset.of(new float[4][1], new int[] {0, 1, 1, 0});
    int[] rows = RowSampler.byClass(even, new double[] {3, 3}).draw(1, SeededRandom.of(1));
    assertThat(rows).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-9})
  void rejectsAProportionThatGivesAClassNothing(double proportion) {
    assertThatThrownBy(() -> RowSampler.byClass(DATA, new double[] {1, proportion, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proportion (" + proportion + ") of class \"1\" must be");
  }
}
