package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxMappingTest {

  @TempDir private Path folder;

  private MappedFeatureMatrix open(byte[] bytes) throws IOException {
    return MappedFeatureMatrix.ofIdx(Files.write(folder.resolve("x.idx"), bytes));
  }

  private static byte[] idx(int type, byte[] data, int... dimensions) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length);
    file.putInt(type << 8 | dimensions.length);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.put(data).array();
  }

  private void assertRefused(byte[] bytes, String problem) {
    assertThatThrownBy(() -> open(bytes).close())
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(folder.resolve("x.idx") + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void readsImagesAndLabels() throws IOException {
    byte[] data = {0, 1, 2, 3, (byte) 200, (byte) 255};
    try (MappedFeatureMatrix images = open(idx(0x08, data, 2, 1, 3))) {
      assertThat(images.toArray()).isDeepEqualTo(new float[][] {{0, 1, 2}, {3, 200, 255}});
    }
    try (MappedFeatureMatrix labels = open(idx(0x08, data, 6))) {
      assertThat(labels.rows()).isEqualTo(6);
      assertThat(labels.row(5)).containsExactly(255);
    }
  }

  @Test
  void readsFloatsAndDoubles() throws IOException {
    byte[] floats = NpyBytes.floats(ByteOrder.BIG_ENDIAN, 1.5f, -2, 3, 0.25f);
    byte[] doubles = NpyBytes.doubles(ByteOrder.BIG_ENDIAN, 1.5, -2, 3, 0.25);
    float[][] expected = {{1.5f, -2}, {3, 0.25f}};
    try (MappedFeatureMatrix matrix = open(idx(0x0D, floats, 2, 2))) {
      assertThat(matrix.toArray()).isDeepEqualTo(expected);
    }
    try (MappedFeatureMatrix matrix = open(idx(0x0E, doubles, 2, 2))) {
      assertThat(matrix.toArray()).isDeepEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000800",
        "00000902",
        "00000b02",
        "00000c02",
        "01000802",
        "00010802",
        "ffffffff",
        "00000000",
        "0000080200000000000000030001",
        "000008020000000300000000",
        "00000802ffffffff00000001",
        "000008020000000180000000",
        "00000803000000017fffffff7fffffff",
        "000008027fffffff7fffffff",
        "000008ff00000001"
      })
  void refusesHeadersThatDeclareNoData(String hex) {
    assertRefused(HexFormat.of().parseHex(hex), "");
  }

  @Test
  void asksForCompressedFilesToBeUnpacked() {
    assertRefused(HexFormat.of().parseHex("1f8b08000000000000ff"), "unpack it first");
  }

  @Test
  void refusesEveryTruncationAndAnyExtraByte() {
    byte[] whole = idx(0x08, new byte[12], 3, 2, 2);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "truncated");
    }
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "damaged");
  }
}
