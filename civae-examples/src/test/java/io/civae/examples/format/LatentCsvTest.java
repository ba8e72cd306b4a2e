package io.civae.examples.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.LabeledDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentCsvTest {

  @TempDir Path folder;

  private static LabeledDataset data(String... labels) {
    return LabeledDataset.of(new float[labels.length][1], labels);
  }

  @Test
  void writesLabelsAndLatentsThatReadBackAsTheSameFloats() throws IOException {
    float[][] latents = {{0.1f, -3e-7f}, {Float.MAX_VALUE, 1f / 3}, {0, -0f}};
    Path file = folder.resolve("a.csv");
    LatentCsv.write(file, LabeledDataset.of(new float[3][1], new int[] {7, -1, 12}), latents);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(4).first().isEqualTo("label,z0,z1");
    String[] labels = {"7", "", "12"};
    for (int i = 0; i < 3; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      assertThat(cells).hasSize(3);
      assertThat(cells[0]).isEqualTo(labels[i]);
      assertThat(Float.parseFloat(cells[1])).isEqualTo(latents[i][0]);
      assertThat(Float.parseFloat(cells[2])).isEqualTo(latents[i][1]);
    }
  }

  @Test
  void rejectsLabelsThatWouldBreakTheTable() {
    Path file = folder.resolve("a.csv");
    assertThatThrownBy(() -> LatentCsv.write(file, data("a,b"), new float[1][1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a,b");
    assertThatThrownBy(() -> LatentCsv.write(file, data("a\nb"), new float[1][1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsLatentsOfAnotherDataset() {
    assertThatThrownBy(() -> LatentCsv.write(folder.resolve("a.csv"), data("a"), new float[2][1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 rows");
  }
}
