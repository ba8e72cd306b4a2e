package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedSplitTest {

  /** MNIST's digits. */
  private static final int[] DIGITS = {6903, 7877, 6990, 7141, 6824, 6313, 6876, 7293, 6825, 6958};

  private static final int UNLABELED = LabeledDataset.UNLABELED;

  /** Class c as often as sizes[c] says, in mixed order. */
  private static int[] labels(long seed, int unlabelled, int... sizes) {
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      for (int i = 0; i < sizes[c]; i++) {
        labels.add(c);
      }
    }
    for (int i = 0; i < unlabelled; i++) {
      labels.add(UNLABELED);
    }
    java.util.Collections.shuffle(labels, new Random(seed));
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Row i holds the value i, so that rows can be recognised in parts. */
  private static LabeledDataset dataset(int[] labels) {
    float[] values = new float[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(values, values.length, 1), labels);
  }

  private static int[] rows(LabeledDataset part) {
    return IntStream.range(0, part.size()).map(i -> (int) part.observation(i)[0]).toArray();
  }

  private static int[] count(LabeledDataset part, int classes) {
    int[] counts = new int[classes];
    for (int i = 0; i < part.size(); i++) {
      counts[part.classIndex(i)]++;
    }
    return counts;
  }

  @Test
  void splitsMnistExactly() {
    LabeledDataset data = dataset(labels(1, 0, DIGITS));
    DatasetSplit split = data.split(0.8, 0.1, 0.1, 7);
    assertThat(split.training().size()).isEqualTo(56_000);
    assertThat(split.validation().size()).isEqualTo(7_000);
    assertThat(split.test().size()).isEqualTo(7_000);
    int[] training = count(split.training(), 10);
    int[] validation = count(split.validation(), 10);
    int[] test = count(split.test(), 10);
    for (int c = 0; c < 10; c++) {
      assertThat((double) training[c]).isCloseTo(0.8 * DIGITS[c], within(1.0));
      assertThat((double) validation[c]).isCloseTo(0.1 * DIGITS[c], within(1.0));
      assertThat((double) test[c]).isCloseTo(0.1 * DIGITS[c], within(1.0));
      assertThat(training[c] + validation[c] + test[c]).isEqualTo(DIGITS[c]);
    }
    assertPartition(data, split);
  }

  private static void assertPartition(LabeledDataset data, DatasetSplit split) {
    List<Integer> seen = new ArrayList<>();
    for (LabeledDataset part : List.of(split.training(), split.validation(), split.test())) {
      int[] rows = rows(part);
      assertThat(rows).as("rows of a part keep their order").isSorted();
      for (int i = 0; i < rows.length; i++) {
        assertThat(part.label(i)).isEqualTo(data.label(rows[i]));
        seen.add(rows[i]);
      }
    }
    assertThat(seen).hasSize(data.size()).doesNotHaveDuplicates();
  }

  @Test
  void repeatsWithASeedAndDiffersBetweenSeeds() {
    LabeledDataset data = dataset(labels(2, 20, 100, 50, 30));
    int[] once = rows(data.split(0.5, 0.25, 0.25, 9).training());
    assertThat(rows(data.split(0.5, 0.25, 0.25, 9).training())).isEqualTo(once);
    assertThat(rows(data.split(0.5, 0.25, 0.25, 10).training())).isNotEqualTo(once);
  }

  @Test
  void drawsMembersWithoutRegardToTheirPlace() {
    LabeledDataset data = dataset(new int[1000]);
    double mean =
        LongStream.range(0, 40)
            .mapToDouble(
                seed ->
                    Arrays.stream(rows(data.split(0.1, 0.1, 0.8, seed).training()))
                        .average()
                        .orElseThrow())
            .average()
            .orElseThrow();
    // Uniform on 0–999: standard deviation 288.7 over √4000 draws.
    assertThat(mean).isCloseTo(499.5, within(5 * 288.7 / Math.sqrt(4000)));
  }

  @Test
  void keepsNamesInEveryPart() {
    LabeledDataset data =
        dataset(labels(3, 0, 8, 8))
            .withClassNames(List.of("2", "1", "0"))
            .withFeatureNames(List.of("n"));
    DatasetSplit split = data.split(0.5, 0.25, 0.25, 1);
    for (LabeledDataset part : List.of(split.training(), split.validation(), split.test())) {
      assertThat(part.classNames()).containsExactly("2", "1", "0");
      assertThat(part.featureNames()).containsExactly("n");
    }
  }

  @Test
  void treatsTheUnlabelledAsAClass() {
    DatasetSplit split = dataset(labels(4, 40, 10, 10)).split(0.5, 0.3, 0.2, 1);
    assertThat(unlabelled(split.training())).isEqualTo(20);
    assertThat(unlabelled(split.validation())).isEqualTo(12);
    assertThat(unlabelled(split.test())).isEqualTo(8);
  }

  private static long unlabelled(LabeledDataset data) {
    return IntStream.range(0, data.size()).filter(i -> data.classIndex(i) == UNLABELED).count();
  }

  @Test
  void splitsDataWithoutLabels() {
    DatasetSplit split =
        LabeledDataset.unlabeled(FeatureMatrix.ofRowMajor(new float[10], 10, 1))
            .split(0.8, 0.1, 0.1, 1);
    assertThat(split.training().size()).isEqualTo(8);
    assertThat(split.validation().size()).isEqualTo(1);
    assertThat(split.test().classNames()).isEmpty();
  }

  @Test
  void spreadsClassesOfOneMember() {
    int[] labels = IntStream.range(0, 30).toArray();
    LabeledDataset data = dataset(labels);
    DatasetSplit split = data.split(0.6, 0.2, 0.2, 3);
    assertThat(split.training().size()).isEqualTo(18);
    assertThat(split.validation().size()).isEqualTo(6);
    assertThat(split.test().size()).isEqualTo(6);
    assertPartition(data, split);
  }

  /** Shares that miss their thirds by less than the sum may miss 1 must not upset the counts. */
  @Test
  void survivesSharesRoundedToTenDigits() {
    int[] sizes = new int[3000];
    Arrays.fill(sizes, 3);
    LabeledDataset data =
        dataset(labels(5, 0, sizes))
            .withClassNames(IntStream.rangeClosed(0, 3000).mapToObj(Integer::toString).toList());
    DatasetSplit split = data.split(0.3333333333, 0.3333333333, 0.3333333334, 1);
    assertPartition(data, split);
    assertThat(split.training().size()).isEqualTo(3000);
    assertThat(split.validation().size()).isEqualTo(3000);
    assertThat(count(split.test(), 3001)).startsWith(1, 1, 1).endsWith(1, 0);
  }

  /** Class sizes and shares drawn from a seed such that no part can come out empty. */
  private static final class RandomTable {
    final int[] sizes;
    final int unlabelled;
    final double[] shares;

    RandomTable(long seed) {
      Random random = new Random(seed);
      sizes = new int[1 + random.nextInt(12)];
      for (int c = 0; c < sizes.length; c++) {
        sizes[c] = 1 + random.nextInt(random.nextBoolean() ? 4 : 60);
      }
      unlabelled = 100 + random.nextInt(40);
      int a = 5 + random.nextInt(90);
      int b = 1 + random.nextInt(98 - a);
      shares = new double[] {a / 100.0, b / 100.0, (100 - a - b) / 100.0};
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isExactDisjointCompleteAndInProportion(long seed) {
    RandomTable table = new RandomTable(seed);
    int[] labels = labels(seed, table.unlabelled, table.sizes);
    LabeledDataset data = dataset(labels);
    DatasetSplit split = data.split(table.shares[0], table.shares[1], table.shares[2], seed);
    assertPartition(data, split);
    LabeledDataset[] parts = {split.training(), split.validation(), split.test()};
    for (int p = 0; p < 3; p++) {
      double share = table.shares[p];
      assertThat((double) parts[p].size()).isCloseTo(share * labels.length, within(1.0));
      int[] rows = rows(parts[p]);
      for (int c = UNLABELED; c < table.sizes.length; c++) {
        int wanted = c;
        long all = Arrays.stream(labels).filter(label -> label == wanted).count();
        long here = Arrays.stream(rows).filter(row -> labels[row] == wanted).count();
        assertThat((double) here)
            .as("class %s in part %s", c, p)
            .isCloseTo(share * all, within(1.0));
      }
    }
  }
}
