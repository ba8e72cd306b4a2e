package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CheckpointException;
import io.civae.Checkpoints;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two trainings never mix in one folder of checkpoints. */
class LockedFolderTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {32, 32}, 4, 1);

  @TempDir private Path folder;

  private CiVaeModel fit(TrainingListener listener) {
    return CiVae.builder()
        .latentDim(2)
        .epochs(3)
        .batchSize(16)
        .backend(new FakeBackend())
        .build()
        .fit(
            DATA,
            null,
            FitOptions.builder().listener(listener).checkpoints(Checkpoints.in(folder)).build());
  }

  private static TrainingListener afterSecondStep(Runnable action) {
    return new TrainingListener() {
      @Override
      public void stepEnded(TrainingProgress progress) {
        if (progress.step() == 2) {
          action.run();
        }
      }
    };
  }

  @Test
  void aSecondTrainingIsRefusedWhileTheFirstRunsAndNotAfterwards() {
    TrainingListener intruder =
        afterSecondStep(
            () ->
                assertThatThrownBy(
                        () -> CompletableFuture.supplyAsync(() -> fit(TrainingListener.NONE)).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CheckpointException.class)
                    .hasMessageContaining(folder + ": is in use by another training"));
    try (CiVaeModel first = fit(intruder);
        CiVaeModel again = fit(TrainingListener.NONE)) {
      assertThat(again.parameters()).isEqualTo(first.parameters());
    }
  }

  @Test
  void aTrainingThatFailedLeavesNoLock() {
    RuntimeException failure = new IllegalStateException("the listener has seen enough");
    TrainingListener failing =
        afterSecondStep(
            () -> {
              throw failure;
            });
    assertThatThrownBy(() -> fit(failing)).isSameAs(failure);
    fit(TrainingListener.NONE).close();
  }
}
