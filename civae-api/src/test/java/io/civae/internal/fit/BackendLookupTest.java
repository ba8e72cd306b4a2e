package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeTrainer;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendLookupTest {

  /** Another class, as of another artifact. */
  private static final class OtherProvider implements BackendProvider {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public Backend create() {
      throw new BackendException("the test does not start it");
    }
  }

  @Test
  void takesTheOnlyOne() {
    BackendProvider only = FakeTrainer.random();
    assertThat(BackendLookup.choose(List.of(only))).isSameAs(only);
  }

  @Test
  void namesTheArtifactToAddWhenThereIsNone() {
    assertThatThrownBy(() -> BackendLookup.choose(List.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("no backend")
        .hasMessageContaining("io.civae:civae-djl")
        .hasMessageContaining("CiVaeBuilder.backend(");
  }

  @Test
  void listsThemWhenThereAreSeveral() {
    assertThatThrownBy(
            () -> BackendLookup.choose(List.of(FakeTrainer.random(), new OtherProvider())))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("several backends")
        .hasMessageContaining("fake (io.civae.fixture.FakeTrainer)")
        .hasMessageContaining("other (" + OtherProvider.class.getName() + ")")
        .hasMessageContaining("CiVaeBuilder.backend(");
  }

  @Test
  void saysWhichRegisteredBackendCannotBeLoaded(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(BackendProvider.class.getName()), "org.example.Gone");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      assertThatThrownBy(BackendLookup::onlyOne)
          .isInstanceOf(BackendException.class)
          .hasMessageStartingWith("a registered backend cannot be loaded: ")
          .hasMessageContaining("org.example.Gone");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void findsNoneWhereNoneIsRegistered() {
    LabeledDataset data = LabeledDataset.of(new float[][] {{1}, {2}}, new int[] {0, 1});
    assertThatThrownBy(() -> CiVae.builder().build().fit(data))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("io.civae:civae-djl");
  }
}
