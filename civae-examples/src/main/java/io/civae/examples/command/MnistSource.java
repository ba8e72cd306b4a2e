package io.civae.examples.command;

import io.civae.examples.mnist.MnistDownload;
import io.civae.examples.mnist.MnistFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the images come from. */
final class MnistSource {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder with train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and"
              + " t10k-labels-idx1-ubyte, plain or .gz. Default: downloaded once.")
  @Nullable Path data;

  /**
   * The four files.
   *
   * @throws IOException if one is missing, or cannot be downloaded
   */
  MnistFiles files() throws IOException {
    return data == null ? new MnistDownload().files() : MnistFiles.in(data);
  }
}
