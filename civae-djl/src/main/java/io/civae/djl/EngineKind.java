package io.civae.djl;

import ai.djl.ndarray.NDArray;
import io.civae.BackendException;
import java.util.List;
import java.util.Locale;

/** The engines that can train, in the order they are preferred, and the artifacts they come in. */
enum EngineKind {
  MXNET("MXNet", "mxnet"),
  PYTORCH("PyTorch", "pytorch");

  private final String engineName;
  private final String resourceName;

  EngineKind(String engineName, String resourceName) {
    this.engineName = engineName;
    this.resourceName = resourceName;
  }

  static EngineKind named(String name) {
    for (EngineKind kind : values()) {
      if (kind.engineName.equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new BackendException("engine (\"" + name + "\") must be MXNet or PyTorch");
  }

  String engineName() {
    return engineName;
  }

  /** Whether an array belongs to this engine. */
  boolean runs(NDArray array) {
    return array.getManager().getEngine().getEngineName().equals(engineName);
  }

  /** The property file that marks a native library on the class path. */
  String libraryMarker() {
    return "native/lib/" + resourceName + ".properties";
  }

  /** The property file that marks the library's bridge to the JVM; empty when it needs none. */
  String bridgeMarker() {
    return this == PYTORCH ? "jnilib/pytorch.properties" : "";
  }

  /** The variable that names a native library outside the class path. */
  String libraryPathVariable() {
    return resourceName.toUpperCase(Locale.ROOT) + "_LIBRARY_PATH";
  }

  boolean hasNativeFor(NativePlatform platform) {
    if (platform.musl()) {
      return false;
    }
    List<String> classifiers =
        this == MXNET
            ? List.of("linux-x86_64", "osx-x86_64", "win-x86_64")
            : List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");
    return classifiers.contains(platform.classifier());
  }

  String engineArtifact(ArtifactVersions versions) {
    return "ai.djl." + resourceName + ":" + resourceName + "-engine:" + versions.djl();
  }

  String libraryArtifact(ArtifactVersions versions, NativePlatform platform) {
    return this == MXNET
        ? "ai.djl.mxnet:mxnet-native-mkl:" + versions.mxnetNative() + ":" + platform.classifier()
        : "ai.djl.pytorch:pytorch-native-cpu:"
            + versions.pytorchNative()
            + ":"
            + platform.classifier();
  }

  String bridgeArtifact(ArtifactVersions versions) {
    return "ai.djl.pytorch:pytorch-jni:" + versions.pytorchNative() + "-" + versions.djl();
  }
}
