package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CheckpointException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One training at a time in a folder, whoever runs it and however it ends. */
class CheckpointLockTest {

  @TempDir private Path folder;

  @Test
  void refusesASecondTrainingOfThisProcessAndNamesTheFirst() {
    try (CheckpointLock first = CheckpointLock.take(folder)) {
      assertThat(first).isNotNull();
      // By another name of the same folder too, and each time: a refusal must not unlock it.
      for (Path name : new Path[] {folder, folder.resolve("."), folder}) {
        assertThatThrownBy(() -> CheckpointLock.take(name))
            .isInstanceOf(CheckpointException.class)
            .hasMessageStartingWith(name + ": is in use by another training (thread \"main\" since")
            .hasMessageContaining("in this process");
      }
    }
    CheckpointLock.take(folder).close();
  }

  @Test
  void foldersDoNotLockEachOther() throws IOException {
    try (CheckpointLock one = CheckpointLock.take(folder);
        CheckpointLock other =
            CheckpointLock.take(Files.createDirectory(folder.resolve("below")))) {
      assertThat(one).isNotSameAs(other);
    }
  }

  @Test
  void refusesAFolderOfAnotherProcessAndTakesItOnceThatIsKilled() throws Exception {
    Process holder = holder();
    try {
      assertThat(holder.getInputStream().read()).as("the holder is ready").isEqualTo('!');
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> CheckpointLock.take(folder))
            .isInstanceOf(CheckpointException.class)
            .hasMessageContaining(
                "in use by another training (process " + holder.pid() + " since ");
      }
    } finally {
      holder.destroyForcibly();
    }
    assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    CheckpointLock.take(folder).close();
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            String.join(
                File.pathSeparator,
                // These tests are patched into the module, of whose path the fork knows nothing.
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"),
                Path.of("target", "test-classes").toAbsolutePath().toString()),
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Locks a folder until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (CheckpointLock lock = CheckpointLock.take(Path.of(arguments[0]))) {
        System.out.print(lock == null ? '?' : '!');
        System.out.flush();
        TimeUnit.MINUTES.sleep(5);
      }
    }
  }

  @Test
  void aTextThatIsNotOursIsNotRepeated() throws Exception {
    Process holder = holder();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('!');
      Files.writeString(folder.resolve(CheckpointLock.NAME), "process 1 since\u001b[31m ever");
      assertThatThrownBy(() -> CheckpointLock.take(folder))
          .hasMessageContaining("in use by another training (another process)");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void aThreadThatIsInterruptedTakesItAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    try (CheckpointLock lock = CheckpointLock.take(folder)) {
      assertThat(lock).isNotNull();
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      assertThat(Files.readString(folder.resolve(CheckpointLock.NAME)))
          .startsWith("process " + ProcessHandle.current().pid());
    }
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFolderThatCannotBeLockedIsUsedAllTheSame() throws IOException {
    Files.createDirectory(folder.resolve(CheckpointLock.NAME));
    try (CheckpointLock lock = CheckpointLock.take(folder)) {
      assertThat(lock).isNotNull();
      // In one process the folder is still kept to one training.
      assertThatThrownBy(() -> CheckpointLock.take(folder)).hasMessageContaining("in this process");
    }
  }
}
