package io.civae.examples.mnist;

import io.civae.data.LabeledDataset;
import io.civae.examples.format.IdxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Digits of our own in the files of MNIST. */
public final class SmallMnist {

  private SmallMnist() {}

  /** Writes the four files; the first {@code training} digits are the training images. */
  public static void write(Path folder, LabeledDataset digits, int training) throws IOException {
    write(folder, "train", digits, 0, training);
    write(folder, "t10k", digits, training, digits.size());
  }

  private static void write(Path folder, String part, LabeledDataset digits, int from, int to)
      throws IOException {
    byte[] pixels = new byte[(to - from) * digits.featureCount()];
    byte[] labels = new byte[to - from];
    for (int i = from; i < to; i++) {
      float[] image = digits.observation(i);
      for (int j = 0; j < image.length; j++) {
        pixels[(i - from) * image.length + j] = (byte) Math.round(255 * image[j]);
      }
      labels[i - from] = (byte) digits.classIndex(i);
    }
    Files.write(
        folder.resolve(part + "-images-idx3-ubyte"), IdxBytes.images(to - from, 28, pixels));
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), IdxBytes.labels(labels));
  }
}
