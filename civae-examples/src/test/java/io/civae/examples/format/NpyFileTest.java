package io.civae.examples.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parses by the format's own specification (NumPy Enhancement Proposal 1). */
class NpyFileTest {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)\\), \\} *\n");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "7, 784", "1000, 20", "99999, 1"})
  void writesWhatTheSpecificationAsksFor(int rows, int columns) throws IOException {
    Path file = folder.resolve("a.npy");
    NpyFile.write(file, rows, columns, i -> row(i, columns));

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    bytes.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(header);
    assertThat(bytes.position() % 64).isZero();
    Matcher shape = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    assertThat(shape.matches()).isTrue();
    assertThat(shape.group(1)).isEqualTo(Integer.toString(rows));
    assertThat(shape.group(2)).isEqualTo(Integer.toString(columns));
    assertThat(bytes.remaining()).isEqualTo(4 * rows * columns);
    for (int i = 0; i < rows; i++) {
      for (float expected : row(i, columns)) {
        assertThat(bytes.getFloat()).isEqualTo(expected);
      }
    }
  }

  @Test
  void overwritesALongerFile() throws IOException {
    Path file = Files.write(folder.resolve("a.npy"), new byte[10_000]);
    NpyFile.write(file, 1, 1, i -> new float[] {1});
    assertThat(Files.size(file)).isEqualTo(128 + 4);
  }

  private static float[] row(int index, int columns) {
    float[] row = new float[columns];
    for (int j = 0; j < columns; j++) {
      row[j] = index * 1.37f - j / 3f;
    }
    return row;
  }
}
