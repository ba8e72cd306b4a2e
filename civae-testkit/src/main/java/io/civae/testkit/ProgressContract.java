package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.BackendException;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a backend tells of a training, and how a training ends. */
abstract class ProgressContract extends ParametersContract {

  ProgressContract() {}

  @Test
  void nameAndDescriptionSayWhatTrains() {
    assertThat(provider().name()).isNotBlank();
    try (Backend backend = provider().create()) {
      assertThat(backend.description()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void tellsOfEveryStepAndEveryEpochInOrder() {
    // 61 observations in batches of at most 16: four steps an epoch.
    LabeledDataset data = blobs().select(IntStream.range(0, 61).toArray());
    RecordingListener seen = new RecordingListener();
    trained(task(settings(), data), seen);

    long steps = 4L * EPOCHS;
    assertThat(seen.steps())
        .extracting(TrainingProgress::step)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, steps).boxed().toList());
    assertThat(seen.steps())
        .allSatisfy(
            progress -> {
              assertThat(progress.steps()).isEqualTo(steps);
              assertThat(progress.epochs()).isEqualTo(EPOCHS);
              assertThat(progress.epoch()).isEqualTo((int) ((progress.step() - 1) / 4) + 1);
              assertThat(progress.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
            });
    assertThat(seen.epochs())
        .extracting(EpochMetrics::epoch)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
    assertThat(seen.stepsAtEpochEnd())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, EPOCHS).map(e -> 4 * e).boxed().toList());
  }

  @Test
  void tellsOfTheStartOnceAndLeavesTheEndToItsCaller() {
    RecordingListener seen = new RecordingListener();
    trained(task(settings(), blobs()), seen);
    assertThat(seen.starts()).hasSize(1);
    assertThat(seen.stepsAtStart()).as("steps before the start").isZero();
    assertThat(seen.starts().get(0).step()).isZero();
    assertThat(seen.starts().get(0).steps()).isEqualTo(4L * EPOCHS);
    assertThat(seen.starts().get(0).epochs()).isEqualTo(EPOCHS);
    assertThat(seen.ends()).isZero();
  }

  @Test
  void metricsAreFiniteAndTheTotalDoesNotRise() {
    RecordingListener seen = new RecordingListener();
    trained(task(settings(), blobs()), seen);
    assertThat(seen.epochs())
        .allSatisfy(
            epoch -> {
              assertFinite(epoch.training());
              assertThat(epoch.training().discriminatorAccuracy()).isBetween(0.0, 1.0);
              assertThat(epoch.training().klDivergence()).isGreaterThanOrEqualTo(-1e-6);
              assertThat(epoch.learningRate()).isFinite().isPositive();
              assertThat(epoch.seconds()).isFinite().isNotNegative();
            });
    // Equal for a backend that is at its optimum from the start.
    assertThat(seen.last().training().total())
        .isLessThanOrEqualTo(seen.epochs().get(0).training().total());
  }

  @Test
  void totalIsTheWeightedSumOfTheTerms() {
    // All labelled and batches of equal size, so that means of batches are means of observations.
    CiVaeConfig config = settings().alpha(0.3).beta(2).config();
    RecordingListener seen = new RecordingListener();
    trained(new TrainingTask(config, blobs(), otherBlobs()), seen);
    for (EpochMetrics epoch : seen.epochs()) {
      for (LossTerms terms : List.of(epoch.training(), epoch.validation().orElseThrow())) {
        double sum =
            terms.reconstruction()
                + config.alpha() * terms.klDivergence()
                + config.beta() * terms.discriminator();
        assertThat(terms.total()).isCloseTo(sum, Percentage.withPercentage(0.1));
      }
    }
  }

  @Test
  void reportsOnValidationDataOnlyIfThereAreSome() {
    RecordingListener with = new RecordingListener();
    trained(new TrainingTask(settings().config(), blobs(), otherBlobs()), with);
    assertThat(with.epochs())
        .allSatisfy(
            epoch -> {
              assertThat(epoch.validation()).isPresent();
              assertFinite(epoch.validation().orElseThrow());
            });

    RecordingListener without = new RecordingListener();
    trained(task(settings(), blobs()), without);
    assertThat(without.epochs()).allSatisfy(epoch -> assertThat(epoch.validation()).isEmpty());
  }

  @Test
  void validationDataDoNotChangeTheNetwork() {
    NetworkParameters with = trained(new TrainingTask(settings().config(), blobs(), otherBlobs()));
    assertThat(with).isEqualTo(trained(task(settings(), blobs())));
  }

  @Test
  void batchesWithoutALabelContributeNothingToTheDiscriminator() {
    RecordingListener seen = new RecordingListener();
    NetworkParameters parameters = trained(task(settings(), mostlyUnlabelled(blobs(), 2)), seen);
    assertFinite(parameters);
    assertThat(seen.epochs()).allSatisfy(epoch -> assertFinite(epoch.training()));
    assertThat(seen.last().training().discriminatorAccuracy()).isBetween(0.0, 1.0);
  }

  @Test
  void withoutLabelsTheDiscriminatorTermIsZeroAndItsAccuracyUnknown() {
    RecordingListener validated = new RecordingListener();
    trained(
        new TrainingTask(settings().config(), blobs(), mostlyUnlabelled(otherBlobs(), 0)),
        validated);
    assertNoDiscriminatorTerm(validated.last().validation().orElseThrow());

    RecordingListener plain = new RecordingListener();
    LabeledDataset unlabeled = LabeledDataset.unlabeled(blobs().features());
    trained(task(settings().beta(0), unlabeled), plain);
    assertNoDiscriminatorTerm(plain.last().training());
  }

  private static void assertNoDiscriminatorTerm(LossTerms terms) {
    assertFinite(terms);
    assertThat(terms.discriminator()).isZero();
    assertThat(terms.discriminatorAccuracy()).isNaN();
  }

  @Test
  void interruptEndsTheTrainingEarlyAndStaysSet() {
    RecordingListener seen = new RecordingListener();
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            seen.stepEnded(progress);
            if (progress.step() == 6) {
              Thread.currentThread().interrupt();
            }
          }
        };
    boolean interrupted;
    NetworkParameters parameters;
    try {
      parameters = trained(task(settings().epochs(1_000), blobs()), interrupting);
    } finally {
      interrupted = Thread.interrupted();
    }
    assertThat(interrupted).as("interrupted after the training").isTrue();
    // The step under way may still end.
    assertThat((double) seen.steps().size()).isCloseTo(6, within(1.0));
    assertFinite(parameters);
  }

  @Test
  void anExceptionOfTheListenerReachesTheCaller() {
    RuntimeException stop = new IllegalStateException("the listener has seen enough");
    TrainingListener throwing =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            throw stop;
          }
        };
    try (Backend backend = provider().create()) {
      TrainingTask task = task(settings(), blobs());
      assertThatThrownBy(() -> backend.train(task, TrainingControl.of(throwing))).isSameAs(stop);
      // It can still train.
      assertFinite(backend.train(task, TrainingControl.of(TrainingListener.NONE)).chosen());
    }
  }

  @Test
  void refusesADeviceThatDoesNotExist() {
    TrainingTask task = task(settings().device("gpu:4093"), blobs());
    try (Backend backend = provider().create()) {
      assertThatThrownBy(() -> backend.train(task, TrainingControl.of(TrainingListener.NONE)))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("gpu:4093");
    }
  }

  @Test
  void closingTwiceDoesNothing() {
    Backend backend = provider().create();
    backend.close();
    backend.close();
    assertFinite(trained(task(settings().epochs(1), blobs())));
  }

  static void assertFinite(LossTerms terms) {
    assertThat(terms.total()).as("total").isFinite();
    assertThat(terms.reconstruction()).as("reconstruction").isFinite();
    assertThat(terms.klDivergence()).as("klDivergence").isFinite();
    assertThat(terms.discriminator()).as("discriminator").isFinite();
  }
}
