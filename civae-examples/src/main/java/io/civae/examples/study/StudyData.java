package io.civae.examples.study;

import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.Arrays;

/**
 * The images of a study: one split for all models.
 *
 * @param split training, validation and test images with pixels in [0, 1], all labelled
 * @param fingerprint of all images and labels, to know them again
 * @param seed of the split
 */
record StudyData(DatasetSplit split, String fingerprint, long seed) {

  private static final long STREAM = 0x5354_5241L;

  /** Splits 80/10/10 within each class. */
  static StudyData of(LabeledDataset images, long seed) {
    return new StudyData(images.split(0.8, 0.1, 0.1, seed), Fingerprint.of(images), seed);
  }

  /** What the images are and how they were split, in words that differ when they do. */
  String description() {
    return "SHA-256 " + fingerprint + ", split 80/10/10 by seed " + seed;
  }

  LabeledDataset training() {
    return split.training();
  }

  LabeledDataset validation() {
    return split.validation();
  }

  LabeledDataset test() {
    return split.test();
  }

  /** At most so many images of each class, of each class alike, drawn by the seed. */
  static LabeledDataset stratified(LabeledDataset images, int perClass, long seed) {
    int[] chosen =
        images.classNames().stream()
            .flatMapToInt(name -> Arrays.stream(drawn(images.indicesOf(name), perClass, seed)))
            .sorted()
            .toArray();
    return images.select(chosen);
  }

  /** Some members, or all where there are not as many. */
  static int[] drawn(int[] members, int count, long seed) {
    int[] shuffled = members.clone();
    SeededRandom.of(seed, STREAM).shuffle(shuffled);
    return Arrays.copyOf(shuffled, Math.min(count, shuffled.length));
  }
}
