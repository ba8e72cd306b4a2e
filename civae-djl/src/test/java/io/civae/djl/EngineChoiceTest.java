package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.civae.BackendException;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which engine and device train, and what is said when there is none. */
final class EngineChoiceTest {

  private static final NativePlatform LINUX = new NativePlatform("linux-x86_64", false);

  @Test
  void serviceLoaderFindsTheDefaultProvider() {
    assertThat(ServiceLoader.load(BackendProvider.class))
        .singleElement()
        .isInstanceOf(DjlBackendProvider.class)
        .extracting(BackendProvider::name)
        .isEqualTo("DJL");
  }

  @Test
  void defaultProviderPrefersTheFirstCompleteEngine() {
    EngineKind first = OnEveryEngine.Source.engines().findFirst().orElseThrow();

    try (Backend backend = new DjlBackendProvider().create()) {
      assertThat(backend.description()).contains("engine " + first.engineName() + " ");
    }
  }

  @OnEveryEngine
  void engineIsChosenByNameInAnyCase(EngineKind kind) {
    BackendProvider provider = DjlBackend.of(kind.engineName().toUpperCase(java.util.Locale.ROOT));

    assertThat(provider.name()).isEqualTo("DJL " + kind.engineName());
    try (Backend backend = provider.create()) {
      assertThat(backend.description())
          .matches("DJL [0-9.]+, engine " + kind.engineName() + " [0-9.]+");
    }
  }

  @Test
  void rejectsAnUnknownEngine() {
    assertThatThrownBy(() -> DjlBackend.of("TensorFlow"))
        .isInstanceOf(BackendException.class)
        .hasMessage("engine (\"TensorFlow\") must be MXNet or PyTorch");
  }

  @OnEveryEngine
  void missingDeviceIsNamedWithWhatExists(EngineKind kind) {
    assertThatThrownBy(
            () ->
                Fixtures.train(
                    kind, Fixtures.small().device("gpu:7").config(), Fixtures.blobs(2, 20, 4, 1)))
        .isInstanceOf(BackendException.class)
        .hasMessageMatching(
            "device \\(\"gpu:7\"\\) does not exist: engine "
                + kind.engineName()
                + " sees [0-7] GPUs?; use auto or cpu");
  }

  @Test
  void devicesAreChosenAmongThoseThereAre() {
    assertThat(DeviceChoice.of("auto", "MXNet", 0)).isEqualTo(Device.cpu());
    assertThat(DeviceChoice.of("auto", "MXNet", 2)).isEqualTo(Device.gpu(0));
    assertThat(DeviceChoice.of("cpu", "MXNet", 2)).isEqualTo(Device.cpu());
    assertThat(DeviceChoice.of("gpu", "MXNet", 2)).isEqualTo(Device.gpu(0));
    assertThat(DeviceChoice.of("gpu:1", "MXNet", 2)).isEqualTo(Device.gpu(1));
    assertThatThrownBy(() -> DeviceChoice.of("gpu", "MXNet", 0))
        .isInstanceOf(BackendException.class)
        .hasMessage("device (\"gpu\") does not exist: engine MXNet sees 0 GPUs; use auto or cpu");
    assertThatThrownBy(() -> DeviceChoice.of("gpu:1", "PyTorch", 1))
        .hasMessage(
            "device (\"gpu:1\") does not exist: engine PyTorch sees 1 GPU; use auto or cpu");
  }

  @Test
  void muslIsNamedInOneSentence() {
    NativePlatform alpine = new NativePlatform("linux-x86_64", true);

    for (EngineKind kind : EngineKind.values()) {
      assertThatThrownBy(() -> new EngineStart(kind, alpine).start())
          .isInstanceOf(BackendException.class)
          .hasMessage(
              "engine "
                  + kind.engineName()
                  + " cannot train on this system: its C library is musl (as on Alpine Linux), for"
                  + " which no engine has a native library; use an image with glibc")
          .hasNoCause();
    }
  }

  @Test
  void muslIsRecognisedByTheLibrariesOfTheProcess(@TempDir Path folder) throws IOException {
    Path alpine =
        Files.writeString(
            folder.resolve("alpine"),
            "7f01 r-xp 08:01 12 /usr/bin/java\n7f02 r-xp 08:01 13 /lib/ld-musl-x86_64.so.1\n");
    Path debian =
        Files.writeString(folder.resolve("debian"), "7f02 r-xp 08:01 13 /lib/libc.so.6\n");

    assertThat(NativePlatform.of("Linux", "amd64", alpine).musl()).isTrue();
    assertThat(NativePlatform.of("Linux", "amd64", debian)).isEqualTo(LINUX);
    assertThat(NativePlatform.of("Linux", "amd64", folder.resolve("none")).musl()).isFalse();
  }

  @Test
  void platformsAreNamedAsTheClassifiersAre(@TempDir Path folder) {
    Path none = folder.resolve("none");

    assertThat(NativePlatform.of("Mac OS X", "aarch64", none).classifier())
        .isEqualTo("osx-aarch64");
    assertThat(NativePlatform.of("Windows 11", "amd64", none).classifier()).isEqualTo("win-x86_64");
    assertThat(NativePlatform.of("Linux", "aarch64", none).classifier()).isEqualTo("linux-aarch64");
  }

  @Test
  void missingNativeLibraryIsNamedAsAnArtifact() {
    // No test class path has natives of this platform.
    NativePlatform other = new NativePlatform("osx-aarch64", false);
    ArtifactVersions versions = ArtifactVersions.load();
    EngineStart start = new EngineStart(EngineKind.PYTORCH, other);

    org.junit.jupiter.api.Assumptions.assumeTrue(start.engineFound() && !start.nativeFound());

    assertThatThrownBy(start::start)
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "engine PyTorch is not complete; add ai.djl.pytorch:pytorch-native-cpu:"
                + versions.pytorchNative()
                + ":osx-aarch64");
  }

  @Test
  void platformWithoutNativesOfAnEngineIsNamed() {
    NativePlatform arm = new NativePlatform("linux-aarch64", false);

    assertThat(new EngineStart(EngineKind.MXNET, arm).missingArtifacts()).isEmpty();
    assertThatThrownBy(() -> new EngineStart(EngineKind.MXNET, arm).start())
        .isInstanceOf(BackendException.class)
        .hasMessage("engine MXNet has no native library for linux-aarch64");
  }

  @OnEveryEngine
  void enginesStartInThreadsWhoseClassLoaderSeesNone(EngineKind kind) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (Backend backend = DjlBackend.of(kind.engineName()).create()) {
      assertThat(backend.description()).contains(kind.engineName());
      assertThat(thread.getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void artifactVersionsAreFilledInByTheBuild() {
    assertThat(ArtifactVersions.load().toString()).doesNotContain("$", "?");
    assertThat(EngineKind.MXNET.engineArtifact(ArtifactVersions.load()))
        .matches("ai\\.djl\\.mxnet:mxnet-engine:[0-9.]+");
  }

  @Test
  void reportCoversEveryEngine() {
    assertThat(Engines.report()).extracting(EngineReport::name).containsExactly("MXNet", "PyTorch");
    assertThat(Engines.report())
        .filteredOn(EngineReport::usable)
        .isNotEmpty()
        .allSatisfy(
            report -> {
              assertThat(report.version()).isPresent();
              assertThat(report.missingArtifacts()).isEmpty();
              assertThat(report.problem()).isEmpty();
            });
  }

  @Test
  void telemetryAndDownloadsAreOffUnlessTheUserSaysOtherwise() {
    String before = System.getProperty("ai.djl.offline");
    try {
      System.clearProperty("ai.djl.offline");
      EngineSettings.apply();
      assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");

      System.setProperty("ai.djl.offline", "false");
      EngineSettings.apply();
      assertThat(System.getProperty("ai.djl.offline")).isEqualTo("false");
    } finally {
      System.setProperty("ai.djl.offline", before == null ? "true" : before);
    }
  }
}
