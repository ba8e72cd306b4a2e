package io.civae.examples.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.CsvDataset;
import io.civae.data.CsvFormat;
import io.civae.data.LabeledDataset;
import io.civae.data.MappedFeatureMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data guide's code, on what the programs here write. */
class MappedDataTest {

  @TempDir private Path folder;

  @Test
  void mapsWhatTheExperimentsWrite() throws IOException {
    Path file = folder.resolve("latents.npy");
    float[][] values = {{1.5f, -2, 0}, {3, 0.25f, 7}};
    NpyFile.write(file, 2, 3, i -> values[i]);
    String[] labels = {"a", "b"};
    try (MappedFeatureMatrix features = MappedFeatureMatrix.ofNpy(file)) {
      LabeledDataset data = LabeledDataset.of(features, labels);
      assertThat(data.features().toArray()).isDeepEqualTo(values);
    }
  }

  @Test
  void readsTextOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("flowers.csv"), "width,kind\n1.5,rose\n2,tulip\n");
    try (CsvDataset csv = CsvDataset.open(file, CsvFormat.withHeader().labelColumn("kind"))) {
      LabeledDataset data = csv.dataset();
      assertThat(data.classNames()).containsExactly("rose", "tulip");
      assertThat(data.featureNames()).containsExactly("width");
    }
  }
}
