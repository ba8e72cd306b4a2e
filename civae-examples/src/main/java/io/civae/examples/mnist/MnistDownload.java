package io.civae.examples.mnist;

import ai.djl.Application;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.RemoteRepository;
import ai.djl.util.Utils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * MNIST from DJL's repository of data sets (11 MB), kept in DJL's cache folder once it is there.
 */
public final class MnistDownload {

  private static final String DJL_REPOSITORY = "https://mlrepo.djl.ai/";

  private final String repository;

  /** From the repository that DJL itself uses. */
  public MnistDownload() {
    this(DJL_REPOSITORY);
  }

  MnistDownload(String repository) {
    this.repository = repository;
  }

  /**
   * Downloads what is not in the cache yet.
   *
   * @return the files
   * @throws IOException if that fails; the message says what to do instead
   */
  public MnistFiles files() throws IOException {
    try {
      MRL mnist =
          new RemoteRepository("MNIST", URI.create(repository))
              .dataset(Application.CV.IMAGE_CLASSIFICATION, "ai.djl.basicdataset", "mnist", "1.0");
      Artifact artifact = mnist.getDefaultArtifact();
      if (artifact == null) {
        throw new IOException("no such data set there");
      }
      mnist.prepare(artifact);
      return new MnistFiles(
          file(mnist, artifact, "train_data"),
          file(mnist, artifact, "train_labels"),
          file(mnist, artifact, "test_data"),
          file(mnist, artifact, "test_labels"));
    } catch (IOException e) {
      throw new IOException(
          "MNIST cannot be downloaded from "
              + repository
              + " ("
              + (Utils.isOfflineMode() ? "offline mode is on; " : "")
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); give the folder with its IDX files by --data",
          e);
    }
  }

  private static Path file(MRL mnist, Artifact artifact, String item) throws IOException {
    Artifact.Item found = artifact.getFiles().get(item);
    if (found == null) {
      throw new IOException("item " + item + " is missing there");
    }
    return mnist.getRepository().getFile(found, "");
  }
}
