package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedFeatureMatrixTest {

  @TempDir private Path folder;

  private Path raw(float... values) throws IOException {
    return Files.write(folder.resolve("x.f32"), NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, values));
  }

  /** A file of holes, with one row of values at its end. */
  private Path sparse(long rows, float... last) throws IOException {
    Path file = folder.resolve("large.f32");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(
          ByteBuffer.wrap(NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, last)),
          (rows - 1) * last.length * Float.BYTES);
    }
    return file;
  }

  @Test
  void readsRows() throws IOException {
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(raw(1, 2, 3, 4, 5, 6), 2)) {
      assertThat(matrix.rows()).isEqualTo(3);
      assertThat(matrix.columns()).isEqualTo(2);
      float[] target = {9, 9, 9, 9};
      matrix.copyRow(1, target, 1);
      assertThat(target).containsExactly(9, 3, 4, 9);
      assertThat(matrix.select(2, 0, 2).toArray())
          .isDeepEqualTo(new float[][] {{5, 6}, {1, 2}, {5, 6}});
      assertThat(matrix).hasToString("MappedFeatureMatrix[" + folder.resolve("x.f32") + ", 3 × 2]");
    }
  }

  @Test
  void refusesRowsAndTargetsThatAreNotThere() throws IOException {
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(raw(1, 2, 3, 4), 2)) {
      assertThatThrownBy(() -> matrix.copyRow(2, new float[2], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.copyRow(-1, new float[2], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.copyRow(0, new float[2], 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 13, 24, 36, 60, 1000})
  void readsTheSameThroughAnyNumberOfSegments(int segmentBytes) throws IOException {
    float[] values = new float[15];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path file = raw(values);
    RowLayout layout = RowLayout.of(ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN, 0, 5, 3);
    try (MappedFeatureMatrix matrix =
        MappedFeatureMatrix.open(file, head -> layout, segmentBytes)) {
      for (int i = 0; i < 5; i++) {
        assertThat(matrix.row(i)).containsExactly(3 * i, 3 * i + 1, 3 * i + 2);
      }
    }
  }

  @Test
  void readsBeyondTwoGibibytes() throws IOException {
    int rows = 6_000_001;
    float[] last = new float[100];
    last[0] = 7;
    last[99] = 8;
    Path file = sparse(rows, last);
    assertThat(Files.size(file)).isGreaterThan(Integer.MAX_VALUE);
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(file, 100)) {
      assertThat(matrix.rows()).isEqualTo(rows);
      assertThat(matrix.row(rows - 1)).containsExactly(last);
      assertThat(matrix.row(rows - 2)).containsExactly(new float[100]);
      assertThat(matrix.preferredBlockRows()).isEqualTo((1 << 20) / 400);
      assertThat(matrix.select(1, 2).preferredBlockRows()).isEqualTo((1 << 20) / 400);
    }
  }

  @Test
  void hasNoPreferredOrderWhileTheFileIsSmall() throws IOException {
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(raw(1, 2), 1)) {
      assertThat(matrix.preferredBlockRows()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotFiniteWhenTheyAreRead(float value) throws IOException {
    Path file = raw(1, 2, 3, value);
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(file, 2)) {
      assertThat(matrix.row(0)).containsExactly(1, 2);
      assertThatThrownBy(() -> matrix.row(1))
          .isInstanceOf(DataFileException.class)
          .hasMessage(file + ": value [1][1] (" + value + " as a float) must be finite");
    }
  }

  @Test
  void refusesDoublesThatAreTooLargeForAFloat() throws IOException {
    Path file = folder.resolve("x.npy");
    byte[] data = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 1e39);
    Files.write(file, NpyBytes.of(1, NpyBytes.header("<f8", "(2,)"), data));
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofNpy(file)) {
      assertThatThrownBy(() -> matrix.row(1)).hasMessageContaining("value [1][0] (Infinity");
    }
  }

  @Test
  void refusesFilesThatHoldNoWholeRows() throws IOException {
    Path file = raw(1, 2, 3);
    assertThatThrownBy(() -> MappedFeatureMatrix.ofRawFloats(file, 2))
        .isInstanceOf(DataFileException.class)
        .hasMessage(file + ": has 12 bytes, which must be a positive multiple of 4 × columns = 8");
    assertThatThrownBy(() -> MappedFeatureMatrix.ofRawFloats(raw(), 2))
        .hasMessageContaining("has 0 bytes");
    assertThatThrownBy(() -> MappedFeatureMatrix.ofRawFloats(file, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns (0) must be at least 1");
  }

  @Test
  void saysWhatIsNoFile() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> MappedFeatureMatrix.ofNpy(missing))
        .isInstanceOf(DataFileException.class)
        .hasMessage(missing + ": does not exist");
    assertThatThrownBy(() -> MappedFeatureMatrix.ofIdx(folder))
        .isInstanceOf(DataFileException.class)
        .hasMessage(folder + ": is not a regular file");
  }

  @Test
  void refusesUseAfterClose() throws IOException {
    Path file = raw(1, 2, 3, 4);
    MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(file, 2);
    LabeledDataset view = LabeledDataset.of(matrix, new int[] {0, 1}).select(1);
    assertThat(view.observation(0)).containsExactly(3, 4);
    matrix.close();
    assertThatCode(matrix::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> matrix.row(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the matrix of " + file + " is closed");
    assertThatThrownBy(() -> view.observation(0)).isInstanceOf(IllegalStateException.class);
    assertThat(matrix.rows()).isEqualTo(2);
  }

  /** An interrupt ends a training early and must not take the data away. */
  @Test
  void readsOnAnInterruptedThread() throws IOException {
    try (MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(raw(1, 2), 1)) {
      Thread.currentThread().interrupt();
      try {
        assertThat(matrix.row(1)).containsExactly(2);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(matrix.row(0)).containsExactly(1);
    }
  }

  @Test
  void answersOrRefusesWhileItIsBeingClosed()
      throws IOException, InterruptedException, ExecutionException {
    float[] values = new float[4000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path file = raw(values);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int repeat = 0; repeat < 20; repeat++) {
        MappedFeatureMatrix matrix = MappedFeatureMatrix.ofRawFloats(file, 4);
        List<Future<?>> readers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          readers.add(threads.submit(() -> readUntilClosed(matrix)));
        }
        matrix.row(0);
        matrix.close();
        for (Future<?> reader : readers) {
          reader.get();
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void readUntilClosed(MappedFeatureMatrix matrix) {
    for (int i = 0; ; i = (i + 1) % 1000) {
      try {
        assertThat(matrix.row(i)[3]).isEqualTo(4 * i + 3);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("is closed");
        return;
      }
    }
  }
}
