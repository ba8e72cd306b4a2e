package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LearningRateSchedule;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.Comparator;

final class EarlyStoppingTest {

  private static final LabeledDataset TRAINING = Fixtures.blobs(3, 10, 6, 1);
  private static final LabeledDataset VALIDATION = Fixtures.blobs(3, 10, 6, 2);

  /** Too fast to fall in every epoch; the same steps whatever the number of epochs. */
  private static CiVaeBuilder restless() {
    return Fixtures.small()
        .learningRate(0.2)
        .learningRateSchedule(LearningRateSchedule.constant())
        .dropout(0.2);
  }

  private static NetworkParameters train(
      EngineKind kind, CiVaeConfig config, RecordingListener listener) {
    return Fixtures.train(kind, new TrainingTask(config, TRAINING, VALIDATION), listener);
  }

  private static int bestEpoch(RecordingListener listener) {
    return listener.epochs().stream()
        .min(Comparator.comparingDouble(epoch -> epoch.validation().orElseThrow().total()))
        .map(EpochMetrics::epoch)
        .orElseThrow();
  }

  @OnEveryEngine
  void stopsAndRestoresTheBestEpochBitForBit(EngineKind kind) {
    RecordingListener listener = new RecordingListener();
    NetworkParameters stopped =
        train(kind, restless().epochs(300).earlyStopping(5).config(), listener);

    int best = bestEpoch(listener);
    assertThat(listener.epochs()).hasSize(best + 5).hasSizeLessThan(300);
    // Running statistics included: they are among the parameters.
    assertThat(stopped)
        .isEqualTo(train(kind, restless().epochs(best).config(), new RecordingListener()));
    assertThat(stopped)
        .isEqualTo(
            train(kind, restless().epochs(300).earlyStopping(5).config(), new RecordingListener()));
  }

  @OnEveryEngine
  void restoresTheBestEpochAlsoWhenAllWereRun(EngineKind kind) {
    RecordingListener listener = new RecordingListener();
    NetworkParameters parameters =
        train(kind, restless().epochs(40).earlyStopping(1_000).config(), listener);

    int best = bestEpoch(listener);
    assertThat(listener.epochs()).hasSize(40);
    assertThat(best).isLessThan(40);
    assertThat(parameters)
        .isEqualTo(train(kind, restless().epochs(best).config(), new RecordingListener()));
  }

  @OnEveryEngine
  void rejectsEarlyStoppingWithoutValidationData(EngineKind kind) {
    CiVaeConfig config = restless().earlyStopping(2).config();

    assertThatThrownBy(() -> Fixtures.train(kind, config, TRAINING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("earlyStopping (2) needs validation data, and there are none");
  }
}
