package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.LearningRateSchedule;
import io.civae.LossTerms;
import io.civae.Scaling;
import io.civae.TrainingListener;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What transforms of observations, warm-up, clipping and early stopping do to a training. */
abstract class TrainingOptionsContract extends AcceleratorContract {

  private static final Percentage ROUNDING = Percentage.withPercentage(0.1);

  TrainingOptionsContract() {}

  private static TrainingTask task(CiVaeBuilder settings, TrainingRows rows) {
    return new TrainingTask(settings.config(), blobs(), null, rows);
  }

  @Test
  void learnsFromTheRowsOfTheTaskAndNotFromItsFeatures() {
    LabeledDataset changed = squashed(blobs());
    NetworkParameters parameters = trained(task(settings(), TrainingRows.of(changed.features())));
    assertThat(parameters).isEqualTo(trained(task(settings(), changed)));
    assertThat(parameters).isNotEqualTo(trained(task(settings(), blobs())));
  }

  @Test
  void readsEveryRowAndOnlyThoseOfEpochsThereAre() {
    TrainingRows plain = TrainingRows.of(blobs().features());
    Set<Integer> rows = ConcurrentHashMap.newKeySet();
    Set<Integer> epochs = ConcurrentHashMap.newKeySet();
    trained(
        task(
            settings(),
            (row, epoch, target, offset) -> {
              rows.add(row);
              epochs.add(epoch);
              plain.copyRow(row, epoch, target, offset);
            }));
    assertThat(rows).hasSize(blobs().size());
    assertThat(epochs).isNotEmpty().allSatisfy(epoch -> assertThat(epoch).isBetween(1, EPOCHS));
  }

  @Test
  void aFailingTransformReachesTheCaller() {
    RuntimeException failure = new IllegalStateException("no such rotation");
    TrainingTask failing =
        task(
            settings(),
            (row, epoch, target, offset) -> {
              throw failure;
            });
    try (Backend backend = provider().create()) {
      assertThatThrownBy(() -> backend.train(failing, TrainingControl.of(TrainingListener.NONE)))
          .isSameAs(failure);
      // It can still train.
      assertFinite(
          backend
              .train(task(settings(), blobs()), TrainingControl.of(TrainingListener.NONE))
              .chosen());
    }
  }

  @Test
  void validationSeesObservationsAsTheyAre() {
    CiVaeBuilder settings =
        learning()
            .scaling(Scaling.NONE)
            .epochs(5)
            .observationTransform((observation, random) -> Arrays.fill(observation, 1f));
    LabeledDataset validation = otherBlobs();
    try (CiVaeModel model = settings.build().fit(blobs(), validation)) {
      LossTerms reported = model.history().last().validation().orElseThrow();
      LossTerms computed = ModelTerms.of(model, validation);
      assertThat(reported.reconstruction()).isCloseTo(computed.reconstruction(), ROUNDING);
      assertThat(reported.klDivergence()).isCloseTo(computed.klDivergence(), ROUNDING);
    }
  }

  @Test
  void earlyStoppingReturnsTheBestEpochAndStopsWhenPatienceHasRunOut() {
    int patience = 4;
    // Far too fast for the objective to fall in every epoch.
    CiVaeBuilder settings =
        learning()
            .scaling(Scaling.NONE)
            .learningRate(0.1)
            .learningRateSchedule(LearningRateSchedule.constant())
            .epochs(60)
            .earlyStopping(patience);
    LabeledDataset validation = otherBlobs();
    try (CiVaeModel model = settings.build().fit(blobs(), validation)) {
      List<Double> totals =
          model.history().epochs().stream().map(TrainingOptionsContract::validated).toList();
      double best = totals.stream().min(Double::compare).orElseThrow();
      assertThat(ModelTerms.of(model, validation).total()).isCloseTo(best, ROUNDING);
      assertThat(totals.size()).isEqualTo(Math.min(60, totals.indexOf(best) + 1 + patience));
    }
  }

  private static double validated(EpochMetrics epoch) {
    return epoch.validation().orElseThrow().total();
  }

  @Test
  void metricsCarryTheFullAlphaDuringWarmUp() {
    CiVaeBuilder settings = settings().alpha(0.3).beta(2).klWarmUp(1).gradientClipping(0.5);
    RecordingListener seen = new RecordingListener();
    assertFinite(trained(new TrainingTask(settings.config(), blobs(), otherBlobs()), seen));
    for (EpochMetrics epoch : seen.epochs()) {
      for (LossTerms terms : List.of(epoch.training(), epoch.validation().orElseThrow())) {
        double sum =
            terms.reconstruction() + 0.3 * terms.klDivergence() + 2 * terms.discriminator();
        assertThat(terms.total()).isCloseTo(sum, ROUNDING);
      }
    }
  }
}
