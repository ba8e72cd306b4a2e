package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.TrainingHistory;
import io.civae.TrainingOutcome;
import io.civae.TrainingOutcome.Ending;
import io.civae.internal.checkpoint.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointRoundTripTest {

  private static final String GOLDEN = "/io/civae/golden/checkpoint-1.safetensors";

  private static Checkpoint read(byte[] bytes) {
    return CheckpointArchive.read(TensorArchive.fromBytes(bytes, ArchiveFormat.CHECKPOINT));
  }

  private static void assertSame(Checkpoint actual, Checkpoint expected) {
    assertThat(actual.identity()).isEqualTo(expected.identity());
    assertThat(actual.state()).isEqualTo(expected.state());
    assertThat(actual.history().epochs()).isEqualTo(expected.history().epochs());
    assertThat(actual.history().outcome()).isEqualTo(expected.history().outcome());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 4, 6, 8, 11})
  void bringsEveryBitBack(long step) {
    Checkpoint checkpoint = CheckpointFixture.after(step);
    assertSame(read(CheckpointFixture.bytes(checkpoint)), checkpoint);
  }

  @Test
  void bringsTheOutcomeOfAnEndedTrainingBack() {
    Checkpoint running = CheckpointFixture.after(8);
    for (Optional<Integer> best : List.of(Optional.of(1), Optional.<Integer>empty())) {
      TrainingHistory ended =
          TrainingHistory.of(
              running.history().epochs(),
              new TrainingOutcome(Ending.EARLY_STOPPING, 8, best, 3, 1));
      Checkpoint checkpoint = new Checkpoint(running.identity(), running.state(), ended);
      assertSame(read(CheckpointFixture.bytes(checkpoint)), checkpoint);
    }
  }

  /** A golden file is written once, by the code of its version; every later version reads it. */
  @Test
  void readsWhatTheFirstVersionWrote() throws IOException {
    assertSame(read(golden()), CheckpointFixture.after(6));
  }

  /** While version 1 is the newest: a changed layout needs a new version, or a new golden file. */
  @Test
  void writesWhatTheFirstVersionWrote() throws IOException {
    byte[] golden = golden();
    assertThat(CheckpointFixture.bytes(read(golden))).isEqualTo(golden);
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = CheckpointRoundTripTest.class.getResourceAsStream(GOLDEN)) {
      if (in == null) {
        throw new AssertionError(GOLDEN + " is missing");
      }
      return in.readAllBytes();
    }
  }

  /** Writes the golden file anew; its name is the argument. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), CheckpointFixture.bytes(CheckpointFixture.after(6)));
  }
}
