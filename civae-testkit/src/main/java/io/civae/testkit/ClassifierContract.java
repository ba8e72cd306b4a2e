package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.BatchNormalization;
import io.civae.CiVaeBuilder;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a softmax classifier trained by a backend must be. */
abstract class ClassifierContract extends ResumeContract {

  ClassifierContract() {}

  private static ClassifierTask classifying(CiVaeBuilder settings, LabeledDataset data) {
    return new ClassifierTask(settings.config(), data, TrainingRows.of(data.features()));
  }

  private NetworkParameters classifier(ClassifierTask task) {
    try (Backend backend = provider().create()) {
      return backend.trainClassifier(task, progress -> {});
    }
  }

  @Test
  void namesAndShapesOfAClassifierFitTheConfiguration() {
    for (BatchNormalization normalization : BatchNormalization.values()) {
      CiVaeBuilder settings = settings().batchNormalization(normalization).epochs(1);
      NetworkParameters parameters = classifier(classifying(settings, blobs()));
      assertThat(shapes(parameters))
          .as("shapes with batch normalisation %s", normalization)
          .isEqualTo(
              new TreeMap<>(
                  ExpectedShapes.ofClassifier(
                      settings.config(), trainsHiddenLayers(), FEATURES, 3)));
      assertFinite(parameters);
    }
  }

  @Test
  void aClassifierMayHaveNoHiddenLayers() {
    CiVaeBuilder settings = settings().hiddenLayers();
    assertThat(shapes(classifier(classifying(settings, blobs()))))
        .isEqualTo(
            new TreeMap<>(ExpectedShapes.ofClassifier(settings.config(), false, FEATURES, 3)));
  }

  @Test
  void aClassifierTellsBlobsApartThatItHasNotSeen() {
    for (BatchNormalization normalization : BatchNormalization.values()) {
      CiVaeBuilder settings =
          settings().batchNormalization(normalization).epochs(60).dropout(0.1).learningRate(0.01);
      ClassifierOracle oracle =
          new ClassifierOracle(classifier(classifying(settings, blobs())), normalization);
      LabeledDataset unseen = otherBlobs();
      int right = 0;
      for (int i = 0; i < unseen.size(); i++) {
        right += oracle.predict(unseen.observation(i)) == unseen.classIndex(i) ? 1 : 0;
      }
      assertThat(right)
          .as("of %s with batch normalisation %s", unseen.size(), normalization)
          .isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void theSameSeedGivesTheSameClassifier() {
    ClassifierTask task = classifying(settings().dropout(0.2), blobs());
    assertThat(classifier(task)).isEqualTo(classifier(task));
  }

  @Test
  void aClassifierLearnsFromTheRowsOfItsTask() {
    LabeledDataset changed = squashed(blobs());
    ClassifierTask task =
        new ClassifierTask(settings().config(), blobs(), TrainingRows.of(changed.features()));
    assertThat(classifier(task)).isEqualTo(classifier(classifying(settings(), changed)));
  }

  @Test
  void tellsOfEveryStepOfAClassifier() {
    List<TrainingProgress> seen = new ArrayList<>();
    try (Backend backend = provider().create()) {
      backend.trainClassifier(classifying(settings(), blobs()), seen::add);
    }
    long steps = 4L * EPOCHS;
    assertThat(seen)
        .extracting(TrainingProgress::step)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, steps).boxed().toList());
    assertThat(seen)
        .allSatisfy(
            progress -> {
              assertThat(progress.steps()).isEqualTo(steps);
              assertThat(progress.epochs()).isEqualTo(EPOCHS);
              assertThat(progress.epoch()).isEqualTo((int) ((progress.step() - 1) / 4) + 1);
            });
  }

  @Test
  void interruptEndsAClassifiersTrainingEarlyAndStaysSet() {
    List<TrainingProgress> seen = new ArrayList<>();
    boolean interrupted;
    NetworkParameters parameters;
    try (Backend backend = provider().create()) {
      parameters =
          backend.trainClassifier(
              classifying(settings().epochs(1_000), blobs()),
              progress -> {
                seen.add(progress);
                if (progress.step() == 6) {
                  Thread.currentThread().interrupt();
                }
              });
    } finally {
      interrupted = Thread.interrupted();
    }
    assertThat(interrupted).as("interrupted after the training").isTrue();
    // The step under way may still end.
    assertThat(seen.size()).isBetween(6, 7);
    assertFinite(parameters);
  }

  @Test
  void anExceptionOnTheWayOfAClassifierReachesTheCaller() {
    RuntimeException stop = new IllegalStateException("seen enough");
    ClassifierTask task = classifying(settings(), blobs());
    try (Backend backend = provider().create()) {
      assertThatThrownBy(
              () ->
                  backend.trainClassifier(
                      task,
                      progress -> {
                        throw stop;
                      }))
          .isSameAs(stop);
      // It can still train.
      assertFinite(backend.trainClassifier(task, progress -> {}));
    }
  }

  @Test
  void aClassifierRefusesADeviceThatDoesNotExist() {
    ClassifierTask task = classifying(settings().device("gpu:4093"), blobs());
    assertThatThrownBy(() -> classifier(task))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("gpu:4093");
  }

  @Test
  void aClassifierAcceptsAClassWithoutMembers() {
    LabeledDataset data = blobs().withClassNames(List.of("0", "1", "absent", "2"));
    NetworkParameters parameters = classifier(classifying(settings(), data));
    assertThat(parameters.get("classifier.output.weight").dimension(0)).isEqualTo(4);
    assertFinite(parameters);
  }
}
