package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDatasetTest {

  @TempDir private Path folder;

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("x.csv"), text);
  }

  @Test
  void readsHeaderFeaturesAndLabels() throws IOException {
    Path file = csv("age,kind,weight\n1,b,2.5\n-3e2,a,.5\n4,,+6.\n");
    try (CsvDataset csv = CsvDataset.open(file, CsvFormat.withHeader().labelColumn("kind"))) {
      LabeledDataset data = csv.dataset();
      assertThat(data.features().toArray())
          .isDeepEqualTo(new float[][] {{1, 2.5f}, {-300, 0.5f}, {4, 6}});
      assertThat(data.featureNames()).containsExactly("age", "weight");
      assertThat(data.classNames()).containsExactly("a", "b");
      assertThat(data.label(0)).isEqualTo("b");
      assertThat(data.label(1)).isEqualTo("a");
      assertThat(data.label(2)).isNull();
    }
  }

  @Test
  void readsFilesWithoutHeaderOrLabels() throws IOException {
    try (CsvDataset csv = CsvDataset.open(csv("1,2\n3,4"), CsvFormat.withoutHeader())) {
      assertThat(csv.dataset().features().toArray()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
      assertThat(csv.dataset().featureNames()).containsExactly("x0", "x1");
      assertThat(csv.dataset().classNames()).isEmpty();
    }
    CsvFormat tabs = CsvFormat.withoutHeader().separator('\t').labelColumn(1);
    try (CsvDataset csv = CsvDataset.open(csv("1\t7\n3\t10\n"), tabs)) {
      assertThat(csv.dataset().classNames()).containsExactly("7", "10");
      assertThat(csv.dataset().features().toArray()).isDeepEqualTo(new float[][] {{1}, {3}});
    }
  }

  @Test
  void readsQuotesLineEndsAndAByteOrderMark() throws IOException {
    Path file = csv("\uFEFF\"a \"\"b\"\",\nc\",k\r\n\"1\",\"x,\r\ny\"\r\n 2 ,日本\r\n");
    try (CsvDataset csv = CsvDataset.open(file, CsvFormat.withHeader().labelColumn("k"))) {
      assertThat(csv.dataset().featureNames()).containsExactly("a \"b\",\nc");
      assertThat(csv.dataset().label(0)).isEqualTo("x,\r\ny");
      assertThat(csv.dataset().label(1)).isEqualTo("日本");
      assertThat(csv.dataset().features().toArray()).isDeepEqualTo(new float[][] {{1}, {2}});
    }
  }

  @Test
  void writesARawFileOnceAndUsesItAgain() throws IOException {
    Path file = csv("1,2\n3,4\n");
    CsvFormat format = CsvFormat.withoutHeader();
    try (CsvDataset first = CsvDataset.open(file, format)) {
      assertThat(first.wasConverted()).isTrue();
    }
    Path rows = folder.resolve("x.csv.rows");
    byte[] bytes = Files.readAllBytes(rows);
    assertThat(bytes).startsWith(NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4));
    try (CsvDataset again = CsvDataset.open(file, format)) {
      assertThat(again.wasConverted()).isFalse();
      assertThat(again.dataset().features().toArray())
          .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    }
    assertThat(Files.readAllBytes(rows)).isEqualTo(bytes);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName)).hasSize(2);
    }
  }

  @Test
  void convertsAgainWhenTheTextOrItsFormatChanged() throws IOException {
    Path file = csv("1,2\n3,4\n");
    CsvFormat format = CsvFormat.withoutHeader();
    CsvDataset.open(file, format).close();
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "1,2\n3,5\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
    try (CsvDataset csv = CsvDataset.open(file, format)) {
      assertThat(csv.wasConverted()).isTrue();
      assertThat(csv.dataset().observation(1)).containsExactly(3, 5);
    }
    try (CsvDataset csv = CsvDataset.open(file, format.labelColumn(0))) {
      assertThat(csv.wasConverted()).isTrue();
      assertThat(csv.dataset().classNames()).containsExactly("1", "3");
    }
  }

  @Test
  void neverOverwritesAFileItDidNotMake() throws IOException {
    Path file = csv("1,2\n");
    Path rows = Files.writeString(folder.resolve("x.csv.rows"), "someone's thesis, all of it");
    assertThatThrownBy(() -> CsvDataset.open(file, CsvFormat.withoutHeader()))
        .isInstanceOf(DataFileException.class)
        .hasMessage(rows + ": was not written by a conversion of this library");
    assertThat(Files.readString(rows)).isEqualTo("someone's thesis, all of it");
    Path elsewhere = folder.resolve("elsewhere.rows");
    try (CsvDataset csv = CsvDataset.open(file, CsvFormat.withoutHeader(), elsewhere)) {
      assertThat(csv.dataset().observation(0)).containsExactly(1, 2);
    }
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path file = csv("1,2\n3,x\n");
    assertThatThrownBy(() -> CsvDataset.open(file, CsvFormat.withoutHeader()))
        .isInstanceOf(DataFileException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void readsAMillionNumbers() throws IOException {
    Path file = folder.resolve("long.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 100_000; i++) {
        out.write(i + ",0.5,1e-3,-7,8,9,10,11,12,13,c" + i % 3 + "\n");
      }
    }
    try (CsvDataset csv = CsvDataset.open(file, CsvFormat.withoutHeader().labelColumn(10))) {
      assertThat(csv.dataset().size()).isEqualTo(100_000);
      assertThat(csv.dataset().observation(99_999))
          .containsExactly(99_999, 0.5f, 1e-3f, -7, 8, 9, 10, 11, 12, 13);
      assertThat(csv.dataset().label(99_999)).isEqualTo("c0");
    }
  }

  @Test
  void cannotBeReadOnceClosed() throws IOException {
    CsvDataset csv = CsvDataset.open(csv("1,2\n"), CsvFormat.withoutHeader());
    LabeledDataset data = csv.dataset();
    csv.close();
    csv.close();
    assertThatThrownBy(() -> data.observation(0)).isInstanceOf(IllegalStateException.class);
  }
}
