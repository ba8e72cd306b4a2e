package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Cancellation;
import io.civae.CheckpointMismatchException;
import io.civae.Checkpoints;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.FitOptions;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingOutcome;
import io.civae.TrainingOutcome.Ending;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are stopped and continue from files. */
final class CheckpointedTrainingTest {

  private static final LabeledDataset TRAINING = Fixtures.blobs(2, 32, 5, 1);
  private static final LabeledDataset VALIDATION = Fixtures.blobs(2, 20, 5, 2);
  private static final long NEVER = -1;

  @TempDir private Path folder;

  /** Twelve steps in three epochs. */
  private static CiVaeBuilder settings(EngineKind kind) {
    return Fixtures.small()
        .dropout(0.1)
        .gradientClipping(0.5)
        .weightDecay(0.01)
        .earlyStopping(2)
        .backend(DjlBackend.of(kind.engineName()));
  }

  private CiVaeModel fit(EngineKind kind, Path place, long lastStep) {
    Cancellation cancellation = new Cancellation();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            if (progress.step() == lastStep) {
              cancellation.cancel();
            }
          }
        };
    FitOptions options =
        FitOptions.builder()
            .listener(cancelling)
            .cancellation(cancellation)
            .checkpoints(Checkpoints.in(place))
            .build();
    return settings(kind).build().fit(TRAINING, VALIDATION, options);
  }

  private static List<EpochMetrics> timeless(TrainingHistory history) {
    return history.epochs().stream()
        .map(
            epoch ->
                new EpochMetrics(
                    epoch.epoch(), epoch.training(), epoch.validation(), epoch.learningRate(), 0))
        .toList();
  }

  @OnEveryEngine
  void stoppedAfterAnyStepItEndsWithTheSameBits(EngineKind kind) {
    try (CiVaeModel whole = settings(kind).build().fit(TRAINING, VALIDATION)) {
      for (int step = 1; step < 12; step++) {
        Path place = folder.resolve("after-" + step);
        try (CiVaeModel stopped = fit(kind, place, step)) {
          TrainingOutcome outcome = stopped.history().outcome().orElseThrow();
          assertThat(outcome.ending()).isEqualTo(Ending.CANCELLED);
          assertThat(outcome.steps()).isEqualTo(step);
          assertThat(stopped.encoder().encode(TRAINING.features()).size()).isEqualTo(64);
        }
        try (CiVaeModel continued = fit(kind, place, NEVER)) {
          TrainingOutcome outcome = continued.history().outcome().orElseThrow();
          assertThat(outcome.ending()).isEqualTo(Ending.COMPLETED);
          assertThat(outcome.resumedFromStep()).isEqualTo(step);
          assertThat(continued.parameters())
              .as("after step %d", step)
              .isEqualTo(whole.parameters());
          assertThat(timeless(continued.history())).isEqualTo(timeless(whole.history()));
        }
      }
    }
  }

  @OnEveryEngine
  void theStateOfOneEngineIsNotForTheOther(EngineKind kind) {
    EngineKind other = kind == EngineKind.MXNET ? EngineKind.PYTORCH : EngineKind.MXNET;
    fit(kind, folder, 2).close();
    assertThatThrownBy(() -> fit(other, folder, NEVER))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageContaining("backend is DJL")
        .hasMessageContaining(kind.engineName())
        .hasMessageContaining(other.engineName());
  }
}
