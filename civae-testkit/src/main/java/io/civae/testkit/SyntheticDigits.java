package io.civae.testkit;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import io.civae.testkit.internal.digit.DigitPen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Handwritten-looking digits; see {@link SyntheticDatasets#digits}. */
final class SyntheticDigits {

  private static final int CLASSES = 10;
  private static final int PIXELS = DigitPen.SIDE * DigitPen.SIDE;

  /** More would not fit one Java array. */
  private static final int MAX_PER_CLASS = 250_000;

  private static final long STREAM = 0x4449_4749_54L;
  private static final long ORDER = -1;

  private SyntheticDigits() {}

  static LabeledDataset draw(int perClass, long seed) {
    Require.between("perClass", perClass, 1, MAX_PER_CLASS);
    int[] labels = RowOrder.shuffledLabels(sizes(perClass), SeededRandom.of(seed, STREAM, ORDER));
    float[] pixels = new float[labels.length * PIXELS];
    int[] seen = new int[CLASSES];
    for (int i = 0; i < labels.length; i++) {
      int digit = labels[i];
      SeededRandom hand = SeededRandom.of(seed, STREAM, digit, seen[digit]++);
      DigitPen.write(digit, hand, pixels, i * PIXELS);
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(pixels, labels.length, PIXELS), labels)
        .withFeatureNames(pixelNames());
  }

  private static int[] sizes(int perClass) {
    int[] sizes = new int[CLASSES];
    Arrays.fill(sizes, perClass);
    return sizes;
  }

  private static List<String> pixelNames() {
    List<String> names = new ArrayList<>(PIXELS);
    for (int row = 0; row < DigitPen.SIDE; row++) {
      for (int column = 0; column < DigitPen.SIDE; column++) {
        names.add("r" + row + "c" + column);
      }
    }
    return names;
  }
}
