package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.data.LabeledDataset;
import io.civae.spi.BackendProvider;
import io.civae.testkit.fixture.FittingMain;
import io.civae.testkit.fixture.OtherBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fit} does with none, one and two backends on the class path. */
class BackendDiscoveryTest {

  @Test
  void withoutABackendTheArtifactToAddIsNamed() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {10, 10}, 3, 1);
    assertThatThrownBy(() -> CiVae.builder().latentDim(2).build().fit(data))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("civae-djl");
  }

  @Test
  void theOnlyBackendRegisteredTrains(@TempDir Path folder) throws IOException {
    register(folder, OtherBackend.class);
    assertThat(ForkedJvm.run(FittingMain.class, folder)).contains("trained 1");
  }

  @Test
  void twoBackendsAreListedAndNoneIsChosen(@TempDir Path folder) throws IOException {
    register(folder, OtherBackend.class, FakeBackend.class);
    assertThat(ForkedJvm.run(FittingMain.class, folder))
        .contains("refused:", "other", "fake", "backend(")
        .doesNotContain("trained");
  }

  @Test
  void aBackendThatCannotBeLoadedIsNamed(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(BackendProvider.class.getName()), "com.example.Missing\n");
    assertThat(ForkedJvm.run(FittingMain.class, folder))
        .contains("refused:", "com.example.Missing");
  }

  private static void register(Path folder, Class<?>... providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(
        services.resolve(BackendProvider.class.getName()),
        List.of(providers).stream().map(Class::getName).toList());
  }
}
