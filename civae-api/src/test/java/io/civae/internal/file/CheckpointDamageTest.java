package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.civae.CheckpointException;
import io.civae.Checkpoints;
import io.civae.CiVae;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.fixture.Mutator;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.TrainingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDamageTest {

  private static final boolean LARGE = Boolean.getBoolean("civae.reliability.full");
  private static final CraftedFile WHOLE =
      CraftedFile.of(CheckpointFixture.bytes(CheckpointFixture.after(6)));

  @TempDir private Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void writeCheckpoint() {
    file = CheckpointFolder.open(Checkpoints.in(folder)).write(checkpoint());
  }

  /** Of some 8 KiB, or 64 KiB where every bit of a larger file is to be turned. */
  private static Checkpoint checkpoint() {
    int[] widths = LARGE ? new int[] {60, 26} : new int[] {3};
    TrainingIdentity identity =
        CheckpointFixture.identity(
            HandMadeModels.smallConfig().toBuilder().hiddenLayers(widths).config());
    return CheckpointFixture.after(identity, 6);
  }

  private void assertRefused(String what) {
    Throwable thrown = catchThrowable(() -> CheckpointFolder.read(file));
    if (!(thrown instanceof IllegalArgumentException)) {
      throw new AssertionError(what + " was not refused as it should be", thrown);
    }
  }

  @Test
  void noticesEverySingleBit() throws IOException {
    assertThat(Files.size(file)).isBetween(LARGE ? 50_000L : 4000L, LARGE ? 80_000L : 12_000L);
    DamageSweep.everyBit(file, this::assertRefused);
    assertThat(CheckpointFolder.read(file)).isNotNull();
  }

  @Test
  void noticesEveryTruncation() throws IOException {
    DamageSweep.everyTruncation(file, this::assertRefused);
  }

  @Test
  void noticesWhateverIsAppended() throws IOException {
    DamageSweep.moreBytes(file, this::assertRefused);
  }

  private static void read(byte[] bytes) {
    CheckpointArchive.read(TensorArchive.fromBytes(bytes, ArchiveFormat.CHECKPOINT));
  }

  @Test
  void readsOrRefusesWhateverTheHeaderSays() {
    new ArchiveFuzzing(CheckpointDamageTest::read, IllegalArgumentException.class)
        .texts(WHOLE::withHeader, Mutator.trials(4_000));
  }

  @Test
  void readsOrRefusesWhateverTheManifestSays() {
    new ArchiveFuzzing(CheckpointDamageTest::read, IllegalArgumentException.class)
        .texts(WHOLE::withManifest, Mutator.trials(8_000));
  }

  @Test
  void readsOrRefusesWhateverTheTensorsHold() {
    new ArchiveFuzzing(CheckpointDamageTest::read, IllegalArgumentException.class)
        .tensors(WHOLE, Mutator.trials(3_000));
  }

  @Test
  void isNoModelAndNoModelIsACheckpoint() throws IOException {
    assertThatThrownBy(() -> CiVae.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": not a CI-VAE model file: it has no civae.formatVersion");
    Files.write(file, LoadAttempt.bytes(HandMadeModels.smallContents()));
    assertThatThrownBy(
            () ->
                CheckpointFolder.open(Checkpoints.in(folder)).newest(CheckpointFixture.identity()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("not a CI-VAE checkpoint: it has no civae.checkpointVersion");
  }

  @Test
  void saysThatANewerVersionWroteIt() {
    String version = "\"civae.checkpointVersion\":\"1\"";
    byte[] newer = WHOLE.replacing(version, version.replace("1", "2")).bytes();
    assertThatThrownBy(() -> read(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("format version 2 was written by a newer version");
  }

  @Test
  void refusesPartsThatDoNotFitTogether() {
    assertRefusedAfter("\"epochStartStep\":4", "\"epochStartStep\":6", "epochStart.step (6)");
    assertRefusedAfter("\"epochStartStep\":4,", "", "tensor epochStart.parameters/");
    assertRefusedAfter("\"step\":6", "\"step\":-6", "step (-6) must be at least 0");
    assertRefusedAfter("\"rollbacks\":1", "\"rollbacks\":-1", "rollbacks (-1)");
    assertRefusedAfter("\"elapsedNanos\":123456789", "\"elapsedNanos\":-1", "elapsed (PT-0");
    assertRefusedAfter("\"epoch\":1,\"objective\"", "\"epoch\":0,\"objective\"", "best epoch (0)");
    assertRefusedAfter("\"latentDim\":2", "\"latentDim\":3", "encoder.mean.weight");
    assertRefusedAfter("\"batchSize\":2", "\"batchSize\":0", "batchSize (0) must be");
    assertRefusedAfter("\"sums\"", "\"totals\"", "manifest.state.totals is not a field");
  }

  private static void assertRefusedAfter(String old, String replacement, String part) {
    byte[] bytes = WHOLE.replacingInManifest(old, replacement).bytes();
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }

  @Test
  void refusesTensorsOfNoPart() {
    byte[] bytes = WHOLE.replacing("\"optimizer/mean.w\"", "\"optimiser/mean.w\"").bytes();
    assertThatThrownBy(() -> read(bytes)).hasMessage("tensor optimiser/mean.w is not expected");
  }
}
