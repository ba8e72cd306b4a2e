package io.civae.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.format.IdxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a network: the repository is a folder of this machine. */
class MnistDownloadTest {

  private static final String CACHE = "DJL_CACHE_DIR";

  @TempDir Path folder;
  private @Nullable String cacheBefore;

  @BeforeEach
  void useAnEmptyCache() {
    cacheBefore = System.getProperty(CACHE);
    System.setProperty(CACHE, folder.resolve("cache").toString());
  }

  @AfterEach
  void restoreTheCache() {
    if (cacheBefore == null) {
      System.clearProperty(CACHE);
    } else {
      System.setProperty(CACHE, cacheBefore);
    }
  }

  @Test
  void readsWhatTheRepositoryHas() throws IOException {
    Path base = folder.resolve("repository");
    Path dataset = base.resolve("dataset/cv/image_classification/ai/djl/basicdataset/mnist");
    Path files = Files.createDirectories(dataset.resolve("1.0"));
    Files.writeString(dataset.resolve("metadata.json"), METADATA);
    byte[] image = IdxBytes.images(1, 28, new byte[784]);
    Files.write(files.resolve("train-images.gz"), IdxBytes.compressed(image));
    Files.write(files.resolve("train-labels.gz"), IdxBytes.compressed(IdxBytes.labels((byte) 3)));
    Files.write(files.resolve("test-images.gz"), IdxBytes.compressed(image));
    Files.write(files.resolve("test-labels.gz"), IdxBytes.compressed(IdxBytes.labels((byte) 8)));

    MnistDownload download = new MnistDownload(base.toUri().toString());
    assertThat(download.files().read().classNames()).containsExactly("3", "8");
  }

  @Test
  void pointsToTheOptionWhenItCannotBeReached() {
    MnistDownload download = new MnistDownload(folder.resolve("nowhere").toUri().toString() + "/");
    assertThatThrownBy(download::files)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("MNIST", "nowhere", "--data");
  }

  private static final String METADATA =
      """
      {"metadataVersion": "0.2", "resourceType": "dataset", "application": "cv/image_classification",
       "groupId": "ai.djl.basicdataset", "artifactId": "mnist", "name": "MNIST",
       "artifacts": [{"version": "1.0", "snapshot": false, "name": "mnist", "files": {
         "train_data": {"uri": "1.0/train-images.gz", "name": "train-images-idx3-ubyte", "extension": "gzip"},
         "train_labels": {"uri": "1.0/train-labels.gz", "name": "train-labels-idx1-ubyte", "extension": "gzip"},
         "test_data": {"uri": "1.0/test-images.gz", "name": "t10k-images-idx3-ubyte", "extension": "gzip"},
         "test_labels": {"uri": "1.0/test-labels.gz", "name": "t10k-labels-idx1-ubyte", "extension": "gzip"}}}]}
      """;
}
