package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener given to {@code fit} hears. */
class FitListenerTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {20, 12}, 3, 1);

  private static CiVae ciVae(int epochs) {
    return CiVae.builder()
        .latentDim(2)
        .epochs(epochs)
        .batchSize(16)
        .backend(new FakeBackend())
        .build();
  }

  @Test
  void hearsStartStepsEpochsAndEndInOrder() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
            heard.add("start " + start.step() + "/" + start.steps() + " " + config.isResolved());
          }

          @Override
          public void stepEnded(TrainingProgress progress) {
            heard.add("step " + progress.step());
          }

          @Override
          public void epochEnded(EpochMetrics metrics) {
            heard.add("epoch " + metrics.epoch());
          }

          @Override
          public void trainingEnded(TrainingHistory history) {
            heard.add("end " + history.epochs().size());
          }
        };
    try (CiVaeModel model = ciVae(2).fit(DATA, null, listener)) {
      assertThat(heard)
          .containsExactly(
              "start 0/4 true",
              "step 1",
              "step 2",
              "epoch 1",
              "step 3",
              "step 4",
              "epoch 2",
              "end 2");
      assertThat(model.history().epochs()).hasSize(2);
    }
  }

  @Test
  void anInterruptedTrainingStillGivesAModel() {
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            if (progress.step() == 3) {
              Thread.currentThread().interrupt();
            }
          }
        };
    boolean interrupted;
    try (CiVaeModel model = ciVae(100).fit(DATA, null, interrupting)) {
      interrupted = Thread.interrupted();
      assertThat(model.history().epochs()).hasSize(1);
      assertThat(model.reconstruct(DATA.features())).hasNumberOfRows(DATA.size());
    }
    assertThat(interrupted).as("interrupted after fit").isTrue();
  }

  @Test
  void anExceptionItThrowsReachesTheCaller() {
    RuntimeException stop = new IllegalStateException("enough");
    TrainingListener throwing =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {
            throw stop;
          }
        };
    assertThatThrownBy(() -> ciVae(3).fit(DATA, null, throwing)).isSameAs(stop);
  }
}
