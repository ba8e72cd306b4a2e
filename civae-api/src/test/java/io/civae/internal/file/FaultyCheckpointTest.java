package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CheckpointException;
import io.civae.Checkpoints;
import io.civae.internal.file.FaultyAccess.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of writing a checkpoint fails in turn; a sound one is always there. */
class FaultyCheckpointTest {

  private static final List<String> OPERATIONS =
      List.of("create", "write", "force", "close", "move", "forceFolder", "delete");

  @TempDir private Path folder;

  /** Two checkpoints, the older of which goes when a third one is written. */
  private void writeOlderOnes() throws IOException {
    for (Path file : CheckpointNames.in(folder).values()) {
      Files.delete(file);
    }
    CheckpointFolder older = open(new DiskAccess());
    older.write(CheckpointFixture.after(1));
    older.write(CheckpointFixture.after(2));
  }

  private CheckpointFolder open(FileAccess access) {
    return CheckpointFolder.open(Checkpoints.in(folder), access);
  }

  private long newest() {
    return open(new DiskAccess()).newest(CheckpointFixture.identity()).orElseThrow().state().step();
  }

  private List<Path> temporaryFiles() throws IOException {
    return CheckpointNames.temporaryFilesIn(folder);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EXCEPTION", "DISK_FULL", "LATE"})
  void keepsTheOlderOnesWhicheverOperationFails(Fault fault) throws IOException {
    List<String> failed = new ArrayList<>();
    for (int failing = 0; ; failing++) {
      writeOlderOnes();
      FaultyAccess access = new FaultyAccess(failing, fault);
      Throwable thrown = catchThrowable(() -> open(access).write(CheckpointFixture.after(3)));
      if (!access.failed()) {
        assertThat(thrown).isNull();
        break;
      }
      String operation = access.operations().get(failing);
      failed.add(operation);
      if (operation.equals("delete")) {
        // It only takes room.
        assertThat(thrown).isNull();
      } else {
        assertThat(thrown)
            .as(operation)
            .isInstanceOf(CheckpointException.class)
            .hasMessageContaining("checkpoint-000000003.safetensors: cannot be written: ")
            .hasMessageContaining(fault.message());
      }
      boolean renamed =
          OPERATIONS.indexOf(operation) > OPERATIONS.indexOf("move")
              || (operation.equals("move") && fault == Fault.LATE);
      assertThat(newest()).as(operation).isEqualTo(renamed ? 3 : 2);
      assertThat(temporaryFiles()).as(operation).isEmpty();
    }
    assertThat(failed).isEqualTo(OPERATIONS);
    assertThat(newest()).isEqualTo(3);
  }

  @Test
  void asksAgainForWhatAShortWriteLeft() throws IOException {
    writeOlderOnes();
    open(new FaultyAccess(1, Fault.SHORT_WRITE)).write(CheckpointFixture.after(3));
    assertThat(newest()).isEqualTo(3);
  }

  /** The machine stops: from an operation on, nothing happens any more, tidying up included. */
  private static final class Stopping extends DiskAccess {

    private int left;

    Stopping(int operations) {
      left = operations;
    }

    private static final class Stopped extends Error {}

    private void count() {
      if (left-- <= 0) {
        throw new Stopped();
      }
    }

    boolean hasStopped() {
      return left < 0;
    }

    @Override
    public Output create(Path file) throws IOException {
      count();
      Output output = super.create(file);
      return new Output() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          if (left-- <= 0) {
            output.write(bytes.slice(0, bytes.remaining() / 2));
            throw new Stopped();
          }
          output.write(bytes);
        }

        @Override
        public void force() throws IOException {
          count();
          output.force();
        }

        @Override
        public void close() throws IOException {
          output.close();
          count();
        }
      };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      count();
      super.move(from, to);
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      count();
      super.forceFolder(place);
    }

    @Override
    public void delete(Path file) throws IOException {
      count();
      super.delete(file);
    }
  }

  @Test
  void aSoundOneIsThereWhereverItStopsForGood() throws IOException {
    int leftovers = 0;
    for (int operations = 0; ; operations++) {
      writeOlderOnes();
      Stopping access = new Stopping(operations);
      CheckpointFolder stopping = open(access);
      Throwable thrown = catchThrowable(() -> stopping.write(CheckpointFixture.after(3)));
      if (!access.hasStopped()) {
        assertThat(thrown).isNull();
        break;
      }
      assertThat(thrown).isInstanceOf(Stopping.Stopped.class);
      leftovers += temporaryFiles().size();
      assertThat(newest()).as("after %d operations", operations).isIn(2L, 3L);
      // The next training tidies up.
      open(new DiskAccess()).write(CheckpointFixture.after(4));
      assertThat(newest()).isEqualTo(4);
      assertThat(temporaryFiles()).isEmpty();
    }
    assertThat(leftovers).isPositive();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }
}
