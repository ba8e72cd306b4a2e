package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link under the model's name stays a link. */
class LinkedSaveTest {

  @TempDir private Path folder;

  @BeforeEach
  void needsLinks() {
    assumeThat(File.separatorChar).as("links need privileges on Windows").isEqualTo('/');
  }

  private static void save(Path file) {
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      model.save(file);
    }
  }

  @Test
  void replacesTheFileALinkLeadsTo() throws IOException {
    Path target = Files.createDirectory(folder.resolve("elsewhere")).resolve("target.civae");
    Files.writeString(target, "older");
    Path second =
        Files.createSymbolicLink(folder.resolve("second"), Path.of("elsewhere/target.civae"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), second);
    save(first);
    assertThat(Files.isSymbolicLink(first)).isTrue();
    assertThat(Files.isSymbolicLink(second)).isTrue();
    assertThat(Files.isSymbolicLink(target)).isFalse();
    CiVae.load(target).close();
    CiVae.load(first).close();
  }

  @Test
  void makesTheFileALinkLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target.civae"));
    save(link);
    CiVae.load(folder.resolve("target.civae")).close();
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void refusesLinksThatLeadInACircle() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));
    assertThatThrownBy(() -> save(link))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("FileSystemLoopException");
  }

  /** A device has no end; reading it to its end would fill the memory. */
  @Test
  void readsNoDevices() {
    Path device = Path.of("/dev/zero");
    assumeThat(device).exists();
    assertThatThrownBy(() -> CiVae.load(device))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(device + ": cannot be read: it is not a regular file");
  }
}
