package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.file.FaultyAccess.Fault;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.TrainedModel;
import io.civae.internal.model.VerificationRows;
import io.civae.internal.network.PlainNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of a save fails in turn, in every way; the older file stays a whole model. */
class FaultySaveTest {

  private static final ModelContents NEW =
      HandMadeModels.contents(HandMadeModels.smallConfig(), 3, List.of("new", "newer"));
  private static final VerificationRows ROWS =
      VerificationRows.of(NEW, new PlainNetwork(NEW.config(), NEW.parameters()));

  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void saveAnOlderModel() {
    file = folder.resolve("digits.civae");
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      model.save(file);
    }
  }

  private List<String> classesInFile() {
    try (CiVaeModel model = CiVae.load(file)) {
      assertThat(model.verify().passed()).isTrue();
      return model.classNames();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  @Test
  void takesTheseOperations() {
    FaultyAccess access = new FaultyAccess(Integer.MAX_VALUE, Fault.EXCEPTION);
    ModelFile.save(NEW, ROWS, file, access);
    assertThat(access.operations())
        .containsExactly("create", "write", "force", "close", "move", "forceFolder");
    assertThat(classesInFile()).containsExactly("new", "newer");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EXCEPTION", "DISK_FULL", "LATE"})
  void keepsTheOldModelWhicheverOperationFails(Fault fault) throws IOException {
    List<String> failed = new ArrayList<>();
    for (int failing = 0; ; failing++) {
      FaultyAccess access = new FaultyAccess(failing, fault);
      Throwable thrown = catchThrowable(() -> ModelFile.save(NEW, ROWS, file, access));
      if (!access.failed()) {
        assertThat(thrown).isNull();
        break;
      }
      String operation = access.operations().get(failing);
      failed.add(operation);
      assertThat(thrown)
          .as(operation)
          .isInstanceOf(ModelFileException.class)
          .hasMessageStartingWith(file + ": cannot be written: ")
          .hasMessageContaining(fault.message());
      boolean renamed =
          operation.equals("forceFolder") || (operation.equals("move") && fault == Fault.LATE);
      assertThat(classesInFile()).as(operation).contains(renamed ? "new" : "a");
      assertThat(names()).as(operation).containsExactly("digits.civae");
      saveAnOlderModel();
    }
    assertThat(failed).containsExactly("create", "write", "force", "close", "move", "forceFolder");
    assertThat(classesInFile()).containsExactly("new", "newer");
  }

  @Test
  void asksAgainForWhatAShortWriteLeft() {
    FaultyAccess access = new FaultyAccess(1, Fault.SHORT_WRITE);
    ModelFile.save(NEW, ROWS, file, access);
    assertThat(access.operations()).startsWith("create", "write", "write");
    assertThat(classesInFile()).containsExactly("new", "newer");
  }

  @Test
  void saysWhichStepFailed() {
    List<String> steps =
        List.of(
            "creating a temporary file beside it failed, an older file is untouched",
            "writing failed, an older file is untouched",
            "flushing to the disk failed, an older file is untouched",
            "closing failed, an older file is untouched",
            "renaming the temporary file failed, an older file is untouched",
            "it is written whole, but flushing its folder to the disk failed");
    for (int failing = 0; failing < steps.size(); failing++) {
      FaultyAccess access = new FaultyAccess(failing, Fault.EXCEPTION);
      assertThat(catchThrowable(() -> ModelFile.save(NEW, ROWS, file, access)))
          .hasMessageContaining(steps.get(failing));
    }
  }

  /** Nothing more can be done about the temporary file then, but it can be named. */
  @Test
  void namesATemporaryFileThatCannotBeDeleted() throws IOException {
    FileAccess stuck =
        new DiskAccess() {
          @Override
          public void move(Path from, Path to) throws IOException {
            throw new IOException("no rename");
          }

          @Override
          public void delete(Path path) throws IOException {
            throw new IOException("no delete");
          }
        };
    Throwable thrown = catchThrowable(() -> ModelFile.save(NEW, ROWS, file, stuck));
    assertThat(thrown).hasMessageContaining("no rename");
    assertThat(thrown.getCause())
        .isNotNull()
        .satisfies(
            cause ->
                assertThat(cause.getSuppressed()[0]).hasMessageEndingWith(".tmp is left over"));
    assertThat(classesInFile()).containsExactly("a", "b");
    assertThat(names()).hasSize(2);
  }

  @Test
  void takesTheTemporaryFileAwayWhenMemoryRunsOut() throws IOException {
    FileAccess small =
        new DiskAccess() {
          @Override
          public void move(Path from, Path to) {
            throw new OutOfMemoryError("on purpose");
          }
        };
    assertThat(catchThrowable(() -> ModelFile.save(NEW, ROWS, file, small)))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(names()).containsExactly("digits.civae");
  }

  /** A channel closes itself when its thread is interrupted, in the middle of a save too. */
  @Test
  void savesAlthoughItIsInterruptedMeanwhile() throws IOException {
    int[] creations = {0};
    FileAccess interrupting =
        new DiskAccess() {
          @Override
          public Output create(Path path) throws IOException {
            Output output = super.create(path);
            if (creations[0]++ > 2) {
              return output;
            }
            return new Output() {
              @Override
              public void write(ByteBuffer bytes) throws IOException {
                Thread.currentThread().interrupt();
                output.write(bytes);
              }

              @Override
              public void force() throws IOException {
                output.force();
              }

              @Override
              public void close() throws IOException {
                output.close();
              }
            };
          }
        };
    try {
      ModelFile.save(NEW, ROWS, file, interrupting);
    } finally {
      assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    }
    assertThat(creations[0]).isEqualTo(4);
    assertThat(classesInFile()).containsExactly("new", "newer");
    assertThat(names()).containsExactly("digits.civae");
  }
}
