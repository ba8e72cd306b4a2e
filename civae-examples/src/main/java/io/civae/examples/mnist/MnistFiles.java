package io.civae.examples.mnist;

import io.civae.data.LabeledDataset;
import io.civae.examples.format.DamagedFileException;
import io.civae.examples.format.IdxArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The four IDX files of MNIST, or of a data set published like it (Fashion-MNIST, KMNIST).
 *
 * @param trainingImages 28 × 28 bytes each
 * @param trainingLabels from 0 to 9
 * @param testImages 28 × 28 bytes each
 * @param testLabels from 0 to 9
 */
public record MnistFiles(
    Path trainingImages, Path trainingLabels, Path testImages, Path testLabels) {

  private static final int SIDE = 28;
  private static final int MAX_LABEL = 9;

  /**
   * Finds the files in a folder under their published names: {@code train-images-idx3-ubyte}, or
   * with a dot in place of the hyphen before {@code idx}, each also ending in {@code .gz}.
   *
   * @param folder where to look
   * @return the files
   * @throws DamagedFileException if the folder or one of the files is missing
   */
  public static MnistFiles in(Path folder) throws DamagedFileException {
    if (!Files.isDirectory(folder)) {
      throw new DamagedFileException(folder.toString(), "is not a folder");
    }
    return new MnistFiles(
        find(folder, "train-images", "idx3-ubyte"),
        find(folder, "train-labels", "idx1-ubyte"),
        find(folder, "t10k-images", "idx3-ubyte"),
        find(folder, "t10k-labels", "idx1-ubyte"));
  }

  private static Path find(Path folder, String part, String kind) throws DamagedFileException {
    for (String separator : new String[] {"-", "."}) {
      for (String ending : new String[] {"", ".gz"}) {
        Path file = folder.resolve(part + separator + kind + ending);
        if (Files.exists(file)) {
          return file;
        }
      }
    }
    throw new DamagedFileException(
        folder.toString(), "has no " + part + "-" + kind + ", plain or with .gz");
  }

  /**
   * Reads all images, the training ones first, with pixels in [0, 1].
   *
   * @return 70,000 observations of 784 features, in the case of MNIST
   * @throws DamagedFileException if a file breaks a rule; the message names it
   * @throws IOException if a file cannot be read
   */
  public LabeledDataset read() throws IOException {
    byte[] firstImages = images(trainingImages);
    byte[] firstLabels = labels(trainingLabels, firstImages, trainingImages);
    byte[] lastImages = images(testImages);
    byte[] lastLabels = labels(testLabels, lastImages, testImages);
    byte[] labels = joined(firstLabels, lastLabels);
    int[] classes = new int[labels.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels[i];
    }
    return LabeledDataset.of(
        new PixelMatrix(joined(firstImages, lastImages), SIDE * SIDE), classes);
  }

  private static byte[] images(Path file) throws IOException {
    IdxArray images = IdxArray.read(file, 3);
    if (images.dimension(1) != SIDE || images.dimension(2) != SIDE) {
      throw new DamagedFileException(
          file.toString(),
          "images of "
              + images.dimension(1)
              + " x "
              + images.dimension(2)
              + " pixels must be "
              + SIDE
              + " x "
              + SIDE);
    }
    return images.values();
  }

  private static byte[] labels(Path file, byte[] images, Path imageFile) throws IOException {
    byte[] labels = IdxArray.read(file, 1).values();
    int expected = images.length / (SIDE * SIDE);
    if (labels.length != expected) {
      throw new DamagedFileException(
          file.toString(),
          "has "
              + labels.length
              + " labels, but "
              + imageFile.getFileName()
              + " has "
              + expected
              + " images");
    }
    for (int i = 0; i < labels.length; i++) {
      if ((labels[i] & 0xFF) > MAX_LABEL) {
        throw new DamagedFileException(
            file.toString(),
            "label " + i + " (" + (labels[i] & 0xFF) + ") must be from 0 to " + MAX_LABEL);
      }
    }
    return labels;
  }

  private static byte[] joined(byte[] first, byte[] last) {
    return ByteBuffer.allocate(first.length + last.length).put(first).put(last).array();
  }
}
