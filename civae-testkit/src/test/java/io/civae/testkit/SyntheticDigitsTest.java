package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.LabeledDataset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {

  @Test
  void drawsSoManyImagesOfEachDigit() {
    LabeledDataset data = SyntheticDatasets.digits(7, 1);
    CiVaeAssertions.assertThat(data)
        .hasSize(70)
        .hasFeatureCount(784)
        .hasClasses("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
        .hasValuesBetween(0, 1);
    for (String digit : data.classNames()) {
      CiVaeAssertions.assertThat(data).hasClassCount(digit, 7);
    }
    assertThat(data.featureNames()).startsWith("r0c0", "r0c1").endsWith("r27c26", "r27c27");
  }

  @Test
  void imagesHaveADarkRimAndFullInk() {
    LabeledDataset data = SyntheticDatasets.digits(20, 2);
    for (int i = 0; i < data.size(); i++) {
      float[] x = data.observation(i);
      for (int j = 0; j < 28; j++) {
        assertThat(x[j] + x[27 * 28 + j] + x[28 * j] + x[28 * j + 27])
            .as("rim of image %s", i)
            .isZero();
      }
      double ink = IntStream.range(0, 784).mapToDouble(j -> x[j]).sum() / 784;
      assertThat(ink).as("mean ink of image %s", i).isBetween(0.02, 0.3);
      assertThat(IntStream.range(0, 784).mapToDouble(j -> x[j]).max().orElseThrow())
          .as("strongest ink of image %s", i)
          .isGreaterThan(0.7);
    }
  }

  @Test
  void topRowsComeFirst() {
    // A 7 has its bar at the top: more ink in the upper third than in the lower one.
    LabeledDataset data = SyntheticDatasets.digits(50, 3);
    double upper = 0;
    double lower = 0;
    for (int i : data.indicesOf("7")) {
      float[] x = data.observation(i);
      for (int j = 0; j < 784; j++) {
        upper += j < 28 * 9 ? x[j] : 0;
        lower += j >= 28 * 19 ? x[j] : 0;
      }
    }
    assertThat(upper).isGreaterThan(1.5 * lower);
  }

  @Test
  void sameSeedGivesTheSameImagesAndAnotherSeedOthers() {
    float[][] once = SyntheticDatasets.digits(3, 5).features().toArray();
    assertThat(SyntheticDatasets.digits(3, 5).features().toArray()).isDeepEqualTo(once);
    assertThat(SyntheticDatasets.digits(3, 6).features().toArray()).isNotEqualTo(once);
  }

  @Test
  void firstImagesDoNotDependOnHowManyAreDrawn() {
    LabeledDataset few = SyntheticDatasets.digits(2, 9);
    LabeledDataset many = SyntheticDatasets.digits(6, 9);
    assertThat(many.observation(many.indicesOf("4")[1]))
        .isEqualTo(few.observation(few.indicesOf("4")[1]));
  }

  @Test
  void rowsAreShuffled() {
    LabeledDataset data = SyntheticDatasets.digits(30, 4);
    long different =
        IntStream.range(1, data.size())
            .filter(i -> data.classIndex(i) != data.classIndex(i - 1))
            .count();
    assertThat(different).isGreaterThan(data.size() / 2);
  }

  @Test
  void areNeitherTrivialNorHopelessForAStraightLine() {
    SoftmaxRegression line = SoftmaxRegression.fit(SyntheticDatasets.digits(300, 7), 20, 1);
    assertThat(line.accuracy(SyntheticDatasets.digits(100, 8))).isBetween(0.80, 0.97);
  }

  @Test
  void refusesAnImpossibleNumber() {
    assertThatThrownBy(() -> SyntheticDatasets.digits(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perClass (0) must be from 1 to 250000");
    assertThatThrownBy(() -> SyntheticDatasets.digits(Integer.MAX_VALUE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perClass (2147483647)");
  }
}
