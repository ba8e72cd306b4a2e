package io.civae.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The published files; skipped unless the system property {@code civae.data} names their parent.
 */
class RealMnistTest {

  /** Images of each digit, training and test together, as published. */
  private static final int[] COUNTS = {6903, 7877, 6990, 7141, 6824, 6313, 6876, 7293, 6825, 6958};

  private static LabeledDataset data;

  @BeforeAll
  static void read() throws IOException {
    String folder = System.getProperty("civae.data", "");
    assumeFalse(folder.isEmpty(), "civae.data is not set: no real data to read");
    data = MnistFiles.in(Path.of(folder, "mnist")).read();
  }

  @Test
  void hasEveryImageAndLabel() {
    assertThat(data.size()).isEqualTo(70_000);
    assertThat(data.featureCount()).isEqualTo(784);
    for (int digit = 0; digit < COUNTS.length; digit++) {
      assertThat(data.indicesOf(Integer.toString(digit))).hasSize(COUNTS[digit]);
    }
  }

  @Test
  void hasThePublishedFirstAndLastLabels() {
    assertThat(data.label(0)).isEqualTo("5");
    assertThat(data.label(1)).isEqualTo("0");
    assertThat(data.label(60_000)).isEqualTo("7");
    assertThat(data.label(69_999)).isEqualTo("6");
  }

  @Test
  void splitsIntoTheSizesOfTheExperiment() {
    DatasetSplit split = data.split(0.8, 0.1, 0.1, 7L);
    assertThat(split.training().size()).isEqualTo(56_000);
    assertThat(split.validation().size()).isEqualTo(7_000);
    assertThat(split.test().size()).isEqualTo(7_000);
  }

  @Test
  void hasPixelsFromWhiteToBlack() {
    float[] first = data.observation(0);
    assertThat(first).contains(0f, 1f);
    double sum = 0;
    for (float pixel : first) {
      assertThat(pixel).isBetween(0f, 1f);
      sum += pixel;
    }
    // The first published image, a five, has a mean grey level of 35.108 of 255.
    assertThat(sum / 784 * 255).isBetween(35.1, 35.12);
  }
}
