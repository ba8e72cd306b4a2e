package io.civae.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The versions this library was built and tested with, for messages that name an artifact to add.
 *
 * @param djl of the engines
 * @param mxnetNative of MXNet's native library
 * @param pytorchNative of PyTorch's native library
 */
record ArtifactVersions(String djl, String mxnetNative, String pytorchNative) {

  static ArtifactVersions load() {
    Properties properties = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(
            ArtifactVersions.class.getResourceAsStream("artifacts.properties"),
            "artifacts.properties is missing from the jar")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArtifactVersions(
        properties.getProperty("djl", "?"),
        properties.getProperty("mxnet.native", "?"),
        properties.getProperty("pytorch.native", "?"));
  }
}
