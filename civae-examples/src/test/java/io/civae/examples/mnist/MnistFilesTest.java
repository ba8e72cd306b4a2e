package io.civae.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.LabeledDataset;
import io.civae.examples.format.DamagedFileException;
import io.civae.examples.format.IdxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFilesTest {

  private static final int PIXELS = 28 * 28;

  @TempDir Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  /** Three images and their labels; pixel p of image i is i + p modulo 256. */
  private void writeAll() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(2, 28, pixels(0, 2)));
    write("train-labels.idx1-ubyte", IdxBytes.labels((byte) 9, (byte) 0));
    write("t10k-images.idx3-ubyte.gz", IdxBytes.compressed(IdxBytes.images(1, 28, pixels(2, 1))));
    write("t10k-labels-idx1-ubyte.gz", IdxBytes.compressed(IdxBytes.labels((byte) 4)));
  }

  private static byte[] pixels(int firstImage, int images) {
    byte[] pixels = new byte[images * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (firstImage + i / PIXELS + i % PIXELS);
    }
    return pixels;
  }

  private void assertDamaged(String name, String... parts) {
    assertThatThrownBy(() -> MnistFiles.in(folder).read())
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining(name)
        .hasMessageContainingAll(parts);
  }

  @Test
  void poolsTrainingAndTestImagesUnderAnyOfTheirNames() throws IOException {
    writeAll();
    LabeledDataset data = MnistFiles.in(folder).read();
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.featureCount()).isEqualTo(PIXELS);
    assertThat(data.classNames()).containsExactly("0", "4", "9");
    assertThat(data.label(0)).isEqualTo("9");
    assertThat(data.label(1)).isEqualTo("0");
    assertThat(data.label(2)).isEqualTo("4");
    for (int i = 0; i < 3; i++) {
      float[] image = data.observation(i);
      for (int p = 0; p < PIXELS; p++) {
        assertThat(image[p]).isEqualTo((i + p) % 256 / 255f);
      }
    }
  }

  @Test
  void rejectsRowsThatDoNotExist() throws IOException {
    writeAll();
    LabeledDataset data = MnistFiles.in(folder).read();
    assertThatThrownBy(() -> data.features().row(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.features().copyRow(0, new float[PIXELS], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void namesAMissingFile() throws IOException {
    writeAll();
    Files.delete(folder.resolve("train-labels.idx1-ubyte"));
    assertDamaged("train-labels-idx1-ubyte", folder.toString(), "has no");
  }

  @Test
  void namesAMissingFolder() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> MnistFiles.in(nowhere))
        .isInstanceOf(DamagedFileException.class)
        .hasMessage(nowhere + ": is not a folder");
  }

  @Test
  void rejectsLabelsAboveNine() throws IOException {
    writeAll();
    write("train-labels.idx1-ubyte", IdxBytes.labels((byte) 9, (byte) 200));
    assertDamaged("train-labels.idx1-ubyte", "label 1 (200)", "from 0 to 9");
  }

  @Test
  void rejectsLabelsThatAreNotAsManyAsImages() throws IOException {
    writeAll();
    write("train-labels.idx1-ubyte", IdxBytes.labels((byte) 9));
    assertDamaged("train-labels.idx1-ubyte", "1 labels", "train-images-idx3-ubyte has 2 images");
  }

  @Test
  void rejectsImagesOfAnotherSize() throws IOException {
    writeAll();
    write("train-images-idx3-ubyte", IdxBytes.images(1, 2, new byte[4]));
    assertDamaged("train-images-idx3-ubyte", "2 x 2", "28 x 28");
  }
}
