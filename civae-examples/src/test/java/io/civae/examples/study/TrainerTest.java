package io.civae.examples.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.civae.CiVae;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackend;
import io.civae.djl.DjlBackendProvider;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of a study are kept, and those that were stopped go on. */
class TrainerTest {

  private static final LabeledDataset BLOBS =
      SyntheticDatasets.gaussianBlobs(new int[] {60, 60}, 5, 2L);
  private static final String MXNET = "DJL 0.35.1, engine MXNet 1.9.0";

  @TempDir Path folder;

  private static RunSpec spec(double beta) {
    return new RunSpec(
        "ci-vae-seed1",
        StudyRow.CI_VAE,
        CiVae.builder()
            .hiddenLayers(16)
            .latentDim(2)
            .beta(beta)
            .dropout(0.1)
            .epochs(4)
            .batchSize(16)
            .seed(1)
            .config(),
        Optional.empty(),
        BLOBS,
        BLOBS,
        "blobs");
  }

  private static Trainer trainer(Path runs, PrintWriter err) {
    return new Trainer(
        runs, UsedEngine.of(DjlBackend.of("MXNet")), err, new StudyProgress(err, List.of(spec(2))));
  }

  /** Interrupts the thread that trains when it tells of its second epoch. */
  private static PrintWriter interruptingInEpochTwo() {
    return new PrintWriter(new StringWriter()) {
      @Override
      public void println(String line) {
        super.println(line);
        if (line.startsWith("epoch 2/")) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @Test
  void aStoppedTrainingGoesOnAndEndsAsIfItHadNotStopped() throws IOException {
    Path runs = folder.resolve("runs");
    assertThatThrownBy(() -> trainer(runs, interruptingInEpochTwo()).obtain(spec(2)))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    Path run = runs.resolve("ci-vae-seed1");
    assertThat(run.resolve("run.json")).doesNotExist();
    assertThat(run.resolve("checkpoints"))
        .isDirectoryContaining("glob:**/checkpoint-*.safetensors");

    StringWriter err = new StringWriter();
    try (StudyModel resumed = trainer(runs, new PrintWriter(err)).obtain(spec(2));
        StudyModel whole =
            trainer(folder.resolve("whole"), new PrintWriter(new StringWriter())).obtain(spec(2))) {
      assertThat(err.toString()).contains("going on from step ");
      assertThat(resumed.only().provenance()).doesNotContainEntry("resumedFromStep", "0");
      assertThat(whole.only().provenance()).containsEntry("resumedFromStep", "0");
      assertThat(resumed.only().parameters()).isEqualTo(whole.only().parameters());
    }
    assertThat(run).isDirectoryContaining("glob:**/run.json");
    assertThat(run.resolve("checkpoints")).doesNotExist();
    assertThat(run.resolve("unfinished.json")).doesNotExist();
  }

  @Test
  void refusesToGoOnWithOtherSettingsBeforeAnyWork() throws IOException {
    Path runs = folder.resolve("runs");
    new RunFolder(runs.resolve("ci-vae-seed1")).begin(spec(2).settings("DJL MXNet"));
    assertThatThrownBy(
            () ->
                trainer(runs, new PrintWriter(new StringWriter())).requireFitting(List.of(spec(3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beta 2.0, but now it is 3.0");
  }

  @Test
  void knowsTheEngineThatWasFoundByTheNameItIsChosenBy() {
    UsedEngine found = new UsedEngine(new DjlBackendProvider(), MXNET);
    assertThat(found.engine()).isEqualTo("MXNet");
    assertThat(found.name()).isEqualTo(DjlBackend.of("mxnet").name());
    assertThat(new UsedEngine(DjlBackend.of("PyTorch"), "DJL 0.35.1, engine PyTorch 2.7.1").name())
        .isEqualTo("DJL PyTorch");
  }

  @Test
  void findsWhatWasKeptWithoutANameByItsProvenanceAndRefusesItForAnotherEngine()
      throws IOException {
    // As records were when the engine had been left to the backend.
    JsonObject run = new JsonObject();
    JsonObject provenance = new JsonObject();
    provenance.addProperty("backend", MXNET);
    run.add("provenance", provenance);
    RunFolder kept = new RunFolder(folder);
    kept.finish(run, 1, spec(2).settings("DJL"));
    assertThat(kept.record(spec(2).settings("DJL MXNet"))).isPresent();
    assertThatThrownBy(() -> kept.record(spec(2).settings("DJL PyTorch")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("backend \"DJL MXNet\", but now it is \"DJL PyTorch\"");
  }
}
