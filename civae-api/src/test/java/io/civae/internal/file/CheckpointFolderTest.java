package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CheckpointException;
import io.civae.CheckpointMismatchException;
import io.civae.Checkpoints;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.fixture.CapturedLog;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.TrainingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir private Path folder;

  private CheckpointFolder open() {
    return CheckpointFolder.open(Checkpoints.in(folder));
  }

  private Optional<Long> newest() {
    return open().newest(CheckpointFixture.identity()).map(found -> found.state().step());
  }

  private void write(long... steps) {
    CheckpointFolder open = open();
    for (long step : steps) {
      open.write(CheckpointFixture.after(step));
    }
  }

  private Path file(long step) {
    return folder.resolve(CheckpointNames.of(step));
  }

  /** The steps of the checkpoints there are. */
  private List<Long> steps() throws IOException {
    return List.copyOf(CheckpointNames.in(folder).keySet());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void namesACheckpointAfterItsStep() throws IOException {
    write(6);
    assertThat(names()).containsExactly("checkpoint-000000006.safetensors");
    assertThat(CheckpointNames.of(12_345_678_901L)).isEqualTo("checkpoint-12345678901.safetensors");
  }

  @Test
  void findsTheNewest() {
    assertThat(newest()).isEmpty();
    write(5, 6);
    assertThat(newest()).contains(6L);
  }

  @Test
  void makesTheFolder() throws IOException {
    Path deep = folder.resolve("a").resolve("b");
    CheckpointFolder.open(Checkpoints.in(deep)).write(CheckpointFixture.after(4));
    assertThat(deep.resolve(CheckpointNames.of(4))).exists();
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> CheckpointFolder.open(Checkpoints.in(file)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(file + ": cannot be made a folder of checkpoints");
  }

  @Test
  void keepsTheLastOnesAndTheBest() throws IOException {
    write(2, 4, 6, 8, 10, 12);
    // Validation is best after the first epoch, which ended with step 4.
    assertThat(steps()).containsExactly(4L, 10L, 12L);
  }

  @Test
  void keepsAsManyAsItIsToldTo() throws IOException {
    CheckpointFolder one = CheckpointFolder.open(Checkpoints.in(folder).keepLast(1));
    one.write(CheckpointFixture.after(1));
    one.write(CheckpointFixture.after(3));
    assertThat(steps()).containsExactly(3L);
  }

  @Test
  void theLastOneMayBeTheBest() throws IOException {
    CheckpointFolder open = open();
    for (int step : new int[] {4, 8, 12, 16}) {
      Checkpoint falling = CheckpointFixture.after(step);
      open.write(
          new Checkpoint(
              falling.identity(),
              falling.state(),
              CheckpointFixture.history(step / CheckpointFixture.STEPS_PER_EPOCH, -1)));
    }
    assertThat(steps()).containsExactly(12L, 16L);
  }

  /** A training that diverged goes back; what it wrote since will not be reached again. */
  @Test
  void dropsThoseOfLaterSteps() throws IOException {
    write(8, 10, 9);
    assertThat(steps()).containsExactly(8L, 9L);
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    Files.createFile(folder.resolve("model.civae"));
    Files.createFile(folder.resolve("checkpoint-7.safetensors"));
    Files.createFile(folder.resolve("checkpoint-0000000008.safetensors"));
    Files.createFile(folder.resolve(".civae-1.tmp"));
    Files.createFile(folder.resolve(".civae-checkpoint-1.tmp"));
    write(8, 9, 10);
    assertThat(names())
        .containsExactly(
            ".civae-1.tmp",
            "checkpoint-0000000008.safetensors",
            "checkpoint-000000008.safetensors",
            "checkpoint-000000009.safetensors",
            "checkpoint-000000010.safetensors",
            "checkpoint-7.safetensors",
            "model.civae");
  }

  @Test
  void passesOverADamagedOneAndSaysSo() throws IOException {
    write(5, 6);
    Files.write(file(6), new byte[1000]);
    String log = CapturedLog.of(() -> assertThat(newest()).contains(5L));
    assertThat(log)
        .contains(file(6) + " is passed over: not a CI-VAE checkpoint: it has no safetensors");
    Files.delete(file(6));
    Files.createDirectory(file(6));
    assertThat(CapturedLog.of(() -> assertThat(newest()).contains(5L)))
        .contains("is not a regular file");
  }

  @Test
  void passesOverOneThatWasGivenAnotherName() throws IOException {
    write(5, 6);
    Files.move(file(6), file(7));
    assertThat(CapturedLog.of(() -> assertThat(newest()).contains(5L)))
        .contains("it is of step 6, not of the one in its name");
  }

  @Test
  void refusesToStartFromNothingWhenAllAreDamaged() throws IOException {
    write(5, 6);
    Files.write(file(5), new byte[3]);
    Files.write(file(6), new byte[0]);
    assertThatThrownBy(this::newest)
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(folder + ": none of the 2 checkpoints can be read (")
        .hasMessageContaining("checkpoint-000000006.safetensors: not a CI-VAE checkpoint")
        .hasMessageContaining("it has only 3 bytes")
        .hasMessageEndingWith("to start anew, take them away");
  }

  @Test
  void startsAnewWhenToldToAndThenDropsTheOlderOnes() throws IOException {
    write(4, 8, 12);
    CheckpointFolder anew = CheckpointFolder.open(Checkpoints.in(folder).resume(false));
    assertThat(anew.newest(CheckpointFixture.identity())).isEmpty();
    assertThat(steps()).hasSize(3);
    anew.write(CheckpointFixture.after(4));
    assertThat(steps()).containsExactly(4L);
    anew.write(CheckpointFixture.after(8));
    assertThat(steps()).containsExactly(4L, 8L);
  }

  @Test
  void refusesThoseOfAnotherTrainingAndNamesEveryDifference() {
    write(6);
    TrainingIdentity other =
        new TrainingIdentity(
            HandMadeModels.smallConfig().toBuilder()
                .learningRate(0.5)
                .seed(18)
                .classWeighting(ClassWeighting.of(Map.of("a", 2.0)))
                .classSampling(ClassSampling.balanced())
                .config(),
            List.of("a", "c"),
            List.of("x0", "x1"),
            Map.of("backend", "another", "trainingSha256", "0123", "validationSha256", "4567"));
    assertThatThrownBy(() -> open().newest(other))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageStartingWith(file(6) + " is a checkpoint of another training: ")
        .hasMessageContaining("learningRate is 0.004 there and 0.5 here")
        .hasMessageContaining("seed is 17 there and 18 here")
        .hasMessageContaining("classWeighting is NONE there and {a=2.0} here")
        .hasMessageContaining("classSampling is NATURAL there and BALANCED here")
        .hasMessageContaining("classNames[1] is \"b\" there and \"c\" here")
        .hasMessageContaining("featureNames are 3 there and 2 here")
        .hasMessageContaining("backend is none there and another here")
        .hasMessageContaining("validationSha256 is none there and 4567 here")
        .satisfies(
            thrown -> assertThat(((CheckpointMismatchException) thrown).differences()).hasSize(8));
  }
}
