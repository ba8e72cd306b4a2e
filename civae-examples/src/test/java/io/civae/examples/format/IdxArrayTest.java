package io.civae.examples.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxArrayTest {

  private static final byte[] TWO_IMAGES =
      IdxBytes.images(2, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, -1});

  @TempDir Path folder;

  private Path file(byte... bytes) throws IOException {
    return Files.write(folder.resolve("some-idx"), bytes);
  }

  private void assertDamaged(byte[] bytes, int rank, String... parts) throws IOException {
    Path file = file(bytes);
    assertThatThrownBy(() -> IdxArray.read(file, rank))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }

  @Test
  void readsDimensionsAndValues() throws IOException {
    IdxArray array = IdxArray.read(file(TWO_IMAGES), 3);
    assertThat(array.dimension(0)).isEqualTo(2);
    assertThat(array.dimension(1)).isEqualTo(2);
    assertThat(array.dimension(2)).isEqualTo(2);
    assertThat(array.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, -1);
  }

  @Test
  void readsCompressedFilesWhateverTheirName() throws IOException {
    IdxArray array = IdxArray.read(file(IdxBytes.compressed(TWO_IMAGES)), 3);
    assertThat(array.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, -1);
  }

  @Test
  void rejectsAWrongMagicNumber() throws IOException {
    assertDamaged(IdxBytes.labels((byte) 1), 3, "0x00000801", "byte 0", "must be 0x00000803");
    assertDamaged(IdxBytes.of(0xD03, new int[] {1, 1, 1}, (byte) 0), 3, "0x00000d03");
  }

  @Test
  void rejectsAFileThatEndsWithinItsHeader() throws IOException {
    assertDamaged(new byte[0], 1, "byte 0", "header of 8 bytes");
    assertDamaged(Arrays.copyOf(TWO_IMAGES, 9), 3, "byte 9", "header of 16 bytes");
    assertDamaged(IdxBytes.compressed(Arrays.copyOf(TWO_IMAGES, 9)), 3, "byte 9");
  }

  @Test
  void rejectsMissingAndExtraBytes() throws IOException {
    byte[] cut = Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length - 1);
    byte[] extended = Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length + 1);
    assertDamaged(cut, 3, "[2, 2, 2] need 24 bytes", "has 23");
    assertDamaged(extended, 3, "[2, 2, 2] need 24 bytes", "has 25");
    assertDamaged(IdxBytes.compressed(cut), 3, "need 24 bytes", "has 23");
    assertDamaged(IdxBytes.compressed(extended), 3, "need 24 bytes", "has more");
  }

  @Test
  void rejectsDimensionsOutOfRange() throws IOException {
    assertDamaged(IdxBytes.of(0x801, new int[] {0}), 1, "dimension 0 (0) at byte 4");
    assertDamaged(
        IdxBytes.of(0x803, new int[] {1, 2, -1}), 3, "dimension 2 (4294967295) at byte 12");
    int huge = Integer.MAX_VALUE;
    assertDamaged(IdxBytes.of(0x803, new int[] {huge, huge, huge}), 3, "more than the 1073741824");
  }

  @Test
  void rejectsASizeThatTheCompressedBytesCannotHold() throws IOException {
    byte[] bomb = IdxBytes.compressed(IdxBytes.of(0x801, new int[] {1 << 30}, new byte[100]));
    assertDamaged(bomb, 1, "declares 1073741824 values", "compressed bytes can hold");
  }

  @Test
  void stopsReadingWhereABombGoesOn() throws IOException {
    byte[] bomb = IdxBytes.compressed(IdxBytes.of(0x801, new int[] {3}, new byte[50_000_000]));
    assertDamaged(bomb, 1, "need 11 bytes", "has more");
  }

  @Test
  void rejectsDamagedCompression() throws IOException {
    byte[] compressed = IdxBytes.compressed(TWO_IMAGES);
    byte[] cut = Arrays.copyOf(compressed, compressed.length - 9);
    assertDamaged(cut, 3, "compressed data end too early");
    byte[] wrongChecksum = compressed.clone();
    wrongChecksum[compressed.length - 8] ^= 1;
    assertDamaged(wrongChecksum, 3, "compressed data are damaged");
    assertDamaged(new byte[] {31, (byte) 139, 9, 9, 9, 9, 9, 9, 9, 9, 9}, 3, "damaged");
  }

  @Test
  void rejectsWhatIsNoFile() {
    assertThatThrownBy(() -> IdxArray.read(folder.resolve("nothing"), 1))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContainingAll("nothing", "does not exist");
    assertThatThrownBy(() -> IdxArray.read(folder, 1))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("is a folder");
  }
}
