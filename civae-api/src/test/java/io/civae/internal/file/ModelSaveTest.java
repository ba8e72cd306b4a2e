package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSaveTest {

  private final CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);

  @TempDir private Path folder;

  @AfterEach
  void closeModel() {
    model.close();
  }

  private List<String> namesIn(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertCannotBeSaved(Path file, String reason) {
    assertThatThrownBy(() -> model.save(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": cannot be written: ")
        .hasMessageContaining(reason);
  }

  @Test
  void leavesNothingButTheFile() throws IOException {
    model.save(folder.resolve("a.civae"));
    model.save(folder.resolve("a.civae"));
    model.save(folder.resolve("b.civae"));
    assertThat(namesIn(folder)).containsExactly("a.civae", "b.civae");
    CiVae.load(folder.resolve("a.civae")).close();
  }

  @Test
  void replacesAnOlderFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.civae"), "something older and much longer".repeat(999));
    model.save(file);
    CiVae.load(file).close();
  }

  @Test
  void cannotSaveIntoAFolderThatIsNotThere() throws IOException {
    assertCannotBeSaved(folder.resolve("missing").resolve("a.civae"), "no such file or folder");
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void cannotReplaceAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a.civae"));
    assertCannotBeSaved(target, "a.civae");
    assertThat(namesIn(folder)).containsExactly("a.civae");
    assertThat(Files.isDirectory(target)).isTrue();
    Files.writeString(target.resolve("inside"), "kept");
    assertCannotBeSaved(target, "a.civae");
    assertThat(namesIn(target)).containsExactly("inside");
  }

  @Test
  void cannotSaveBelowAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    assertCannotBeSaved(file.resolve("a.civae"), "");
    assertThat(Files.readString(file)).isEqualTo("kept");
  }

  @Test
  void cannotSaveToARoot() {
    Path root = FileSystems.getDefault().getRootDirectories().iterator().next();
    assertCannotBeSaved(root, "it is not a file's name");
  }

  /** Half a surrogate pair has no UTF-8: saved, the name would come back as another. */
  @Test
  void keepsAnOlderFileWhenItCannotSave() throws IOException {
    Path file = folder.resolve("a.civae");
    model.save(file);
    byte[] before = Files.readAllBytes(file);
    try (CiVaeModel odd =
        new TrainedModel(
            HandMadeModels.contents(HandMadeModels.smallConfig(), 3, List.of("half \ud83e")),
            null)) {
      assertThatThrownBy(() -> odd.save(file))
          .isInstanceOf(ModelFileException.class)
          .hasMessage(file + ": cannot be written: a name in it is not valid Unicode");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(namesIn(folder)).containsExactly("a.civae");
  }

  @Test
  void givesTheFileThePermissionsOfAnyOtherFile() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path other = Files.writeString(folder.resolve("other"), "");
    Path file = folder.resolve("a.civae");
    model.save(file);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void savesIntoTheCurrentFolder() throws IOException {
    Path file = Path.of("model-save-test-" + UUID.randomUUID() + ".civae");
    try {
      model.save(file);
      CiVae.load(file).close();
      assertThat(Files.exists(file.toAbsolutePath())).isTrue();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Whoever interrupts a training to end it early has an interrupted thread and a model to save.
   */
  @Test
  void savesOnAnInterruptedThread() {
    Path file = folder.resolve("a.civae");
    Thread.currentThread().interrupt();
    try {
      model.save(file);
      CiVae.load(file).close();
    } finally {
      assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    }
  }

  @Test
  void savesUnderTheLongestNames() {
    Path file = folder.resolve("x".repeat(255));
    model.save(file);
    CiVae.load(file).close();
  }

  @Test
  void showsReadersTheOldFileOrTheNewOne()
      throws IOException, InterruptedException, ExecutionException {
    Path file = folder.resolve("a.civae");
    model.save(file);
    byte[] whole = Files.readAllBytes(file);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> writers =
          List.of(threads.submit(() -> saveOften(file)), threads.submit(() -> saveOften(file)));
      do {
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
      } while (!writers.stream().allMatch(Future::isDone));
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(namesIn(folder)).containsExactly("a.civae");
  }

  private void saveOften(Path file) {
    for (int i = 0; i < 25; i++) {
      model.save(file);
    }
  }
}
