package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.Cancellation;
import io.civae.CheckpointMismatchException;
import io.civae.Checkpoints;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingOutcome;
import io.civae.TrainingOutcome.Ending;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.testkit.fixture.DelegatingBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a training, what it says of it, and how it goes on. Four steps an epoch. */
class FitOptionsTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {32, 32}, 4, 1);
  private static final LabeledDataset VALIDATION =
      SyntheticDatasets.gaussianBlobs(new int[] {10, 10}, 4, 2);

  @TempDir private Path folder;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static CiVaeBuilder settings() {
    return CiVae.builder().latentDim(2).epochs(3).batchSize(16).backend(new FakeBackend());
  }

  private static CiVaeModel fit(CiVaeBuilder settings, FitOptions options) {
    return settings.build().fit(DATA, VALIDATION, options);
  }

  private static TrainingOutcome outcome(CiVaeModel model) {
    return model.history().outcome().orElseThrow();
  }

  /** Does something after a step. */
  private static TrainingListener after(long step, Runnable action) {
    return new TrainingListener() {
      @Override
      public void stepEnded(TrainingProgress progress) {
        if (progress.step() == step) {
          action.run();
        }
      }
    };
  }

  private FitOptions stoppingAfter(long step) {
    Cancellation cancellation = new Cancellation();
    return FitOptions.builder()
        .listener(after(step, cancellation::cancel))
        .cancellation(cancellation)
        .checkpoints(Checkpoints.in(folder))
        .build();
  }

  private FitOptions continuing(TrainingListener listener) {
    return FitOptions.builder().listener(listener).checkpoints(Checkpoints.in(folder)).build();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void endsWhenAllEpochsAreDone() {
    try (CiVaeModel model = fit(settings(), FitOptions.builder().build())) {
      assertThat(outcome(model))
          .isEqualTo(new TrainingOutcome(Ending.COMPLETED, 12, Optional.empty(), 0, 0));
      assertThat(model.provenance())
          .containsEntry("ending", "completed")
          .containsEntry("parametersAfter", "step 12")
          .containsEntry("resumedFromStep", "0");
    }
  }

  @Test
  void endsEarlyWithTheParametersOfTheBestEpoch() {
    try (CiVaeModel model =
        fit(settings().epochs(9).earlyStopping(2), FitOptions.builder().build())) {
      assertThat(outcome(model))
          .isEqualTo(new TrainingOutcome(Ending.EARLY_STOPPING, 12, Optional.of(1), 0, 0));
      assertThat(model.provenance())
          .containsEntry("ending", "early stopping")
          .containsEntry("parametersAfter", "epoch 1");
    }
  }

  @Test
  void endsAfterTheStepUnderWayWhenItIsCancelled() {
    try (CiVaeModel model = fit(settings(), stoppingAfter(6))) {
      assertThat(outcome(model).ending()).isEqualTo(Ending.CANCELLED);
      assertThat(outcome(model).steps()).isEqualTo(6);
      assertThat(model.history().epochs()).hasSize(1);
      assertThat(model.encoder().encode(DATA.features()).size()).isEqualTo(64);
    }
  }

  @Test
  void makesOneStepWhenItIsCancelledBefore() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    try (CiVaeModel model = fit(settings(), FitOptions.builder().cancellation(cancelled).build())) {
      assertThat(outcome(model).steps()).isEqualTo(1);
    }
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws IOException {
    FitOptions options =
        FitOptions.builder()
            .listener(after(7, () -> Thread.currentThread().interrupt()))
            .checkpoints(Checkpoints.in(folder))
            .build();
    try (CiVaeModel model = fit(settings(), options)) {
      assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
      assertThat(outcome(model).ending()).isEqualTo(Ending.INTERRUPTED);
      assertThat(outcome(model).steps()).isEqualTo(7);
    }
    assertThat(files())
        .containsExactly("checkpoint-000000004.safetensors", "checkpoint-000000007.safetensors");
  }

  @Test
  void endsWhenItsTimeIsUp() {
    FitOptions options = FitOptions.builder().timeBudget(Duration.ofNanos(1)).build();
    try (CiVaeModel model = fit(settings(), options)) {
      assertThat(outcome(model).ending()).isEqualTo(Ending.TIME_BUDGET);
      assertThat(outcome(model).steps()).isEqualTo(1);
    }
  }

  @Test
  void tellsTheListenerHowItEnded() {
    List<TrainingOutcome> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingEnded(TrainingHistory history) {
            told.add(history.outcome().orElseThrow());
          }
        };
    try (CiVaeModel model = fit(settings(), FitOptions.builder().listener(listener).build())) {
      assertThat(told).containsExactly(outcome(model));
    }
  }

  @Test
  void keepsTheOutcomeInTheModelsFile() {
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model =
        fit(settings().epochs(9).earlyStopping(2), FitOptions.builder().build())) {
      model.save(file);
      try (CiVaeModel loaded = CiVae.load(file)) {
        assertThat(outcome(loaded)).isEqualTo(outcome(model));
      }
    }
  }

  @Test
  void leavesACheckpointOfTheVeryStepItEndedWith() throws IOException {
    fit(settings(), stoppingAfter(6)).close();
    assertThat(files())
        .containsExactly("checkpoint-000000004.safetensors", "checkpoint-000000006.safetensors");
  }

  @Test
  void goesOnFromTheNewestCheckpoint() throws IOException {
    fit(settings(), stoppingAfter(6)).close();
    List<Long> starts = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
            starts.add(start.step());
          }

          @Override
          public void stepEnded(TrainingProgress progress) {
            steps.add(progress.step());
          }
        };
    try (CiVaeModel model = fit(settings(), continuing(listener))) {
      assertThat(starts).containsExactly(6L);
      assertThat(steps).containsExactly(7L, 8L, 9L, 10L, 11L, 12L);
      assertThat(outcome(model))
          .isEqualTo(new TrainingOutcome(Ending.COMPLETED, 12, Optional.empty(), 6, 0));
      assertThat(model.history().epochs())
          .extracting(epoch -> epoch.epoch())
          .containsExactly(1, 2, 3);
    }
    // The last two, and the first epoch's, which is the first of the best.
    assertThat(files())
        .containsExactly(
            "checkpoint-000000004.safetensors",
            "checkpoint-000000008.safetensors",
            "checkpoint-000000012.safetensors");
  }

  @Test
  void onlyReadsATrainingAgainThatHadEnded() throws IOException {
    Path first = folder.resolve("first.civae");
    Path again = folder.resolve("again.civae");
    fit(settings(), stoppingAfter(6)).close();
    try (CiVaeModel model = fit(settings(), continuing(TrainingListener.NONE))) {
      model.save(first);
    }
    TrainingListener strict =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            throw new AssertionError("a step of a training that had ended");
          }
        };
    try (CiVaeModel model = fit(settings(), continuing(strict))) {
      model.save(again);
      assertThat(outcome(model).resumedFromStep()).isEqualTo(6);
    }
    assertThat(again).hasSameBinaryContentAs(first);
  }

  @Test
  void refusesOtherSettingsAndOtherData() {
    fit(settings(), stoppingAfter(6)).close();
    FitOptions options = continuing(TrainingListener.NONE);
    assertThatThrownBy(() -> fit(settings().beta(3), options))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageContaining("beta is 8.0 there and 3.0 here");
    assertThatThrownBy(() -> settings().build().fit(VALIDATION, DATA, options))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageContaining("trainingSha256 is")
        .hasMessageContaining("validationSha256 is");
    assertThatThrownBy(() -> settings().build().fit(DATA, null, options))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageContaining("there and none here");
    assertThatThrownBy(
            () -> fit(settings().observationTransform((observation, random) -> {}), options))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageContaining("observationTransform is none there");
  }

  @Test
  void refusesCheckpointsOfABackendThatCannotResume() {
    BackendProvider forgetful =
        new BackendProvider() {
          @Override
          public String name() {
            return "forgetful";
          }

          @Override
          public Backend create() {
            return new DelegatingBackend() {
              @Override
              public boolean canResume() {
                return false;
              }
            };
          }
        };
    assertThatThrownBy(() -> fit(settings().backend(forgetful), continuing(TrainingListener.NONE)))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "fake linear backend cannot continue a training, so checkpoints would be of no use");
  }

  @Test
  void writesAfterEveryStepWhenTheIntervalIsShort() throws IOException {
    List<Integer> counts = new ArrayList<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            try {
              counts.add(files().size());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    Checkpoints all = Checkpoints.in(folder).every(Duration.ofNanos(1)).keepLast(100);
    fit(settings(), FitOptions.builder().listener(counting).checkpoints(all).build()).close();
    assertThat(counts).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(files()).hasSize(12);
  }

  @Test
  void writesAfterEveryOtherEpochWhenToldTo() throws IOException {
    Checkpoints sparse = Checkpoints.in(folder).everyEpochs(2).keepLast(100);
    fit(settings().epochs(5), FitOptions.builder().checkpoints(sparse).build()).close();
    assertThat(files())
        .containsExactly(
            "checkpoint-000000008.safetensors",
            "checkpoint-000000016.safetensors",
            "checkpoint-000000020.safetensors");
  }

  @Test
  void refusesOptionsOutOfRange() {
    FitOptions.Builder options = FitOptions.builder();
    assertThatThrownBy(() -> options.timeBudget(Duration.ZERO))
        .hasMessage("timeBudget (PT0S) must be above zero");
    assertThatThrownBy(() -> options.rollbacks(-1)).hasMessage("rollbacks (-1) must be at least 0");
    Checkpoints checkpoints = Checkpoints.in(folder);
    assertThatThrownBy(() -> checkpoints.everyEpochs(0))
        .hasMessage("everyEpochs (0) must be at least 1");
    assertThatThrownBy(() -> checkpoints.keepLast(0)).hasMessage("keepLast (0) must be at least 1");
    assertThatThrownBy(() -> checkpoints.every(Duration.ofSeconds(-1)))
        .hasMessage("every (PT-1S) must be above zero");
  }
}
