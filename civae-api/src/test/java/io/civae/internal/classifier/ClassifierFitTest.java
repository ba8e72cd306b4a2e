package io.civae.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.ObservationTransform;
import io.civae.Scaling;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeTrainer;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierFitTest {

  /** Scaled by range these are 0, 0.5 and 1, and 1, 0.5 and 0. */
  private static final LabeledDataset DATA =
      LabeledDataset.of(
          new float[][] {{10, 6}, {20, 4}, {30, 2}}, new String[] {"low", "high", "high"});

  private static CiVaeBuilder settings() {
    return CiVae.builder().scaling(Scaling.MIN_MAX);
  }

  private static FakeTrainer linear(float... weight) {
    return FakeTrainer.random()
        .classifying(
            task ->
                NetworkParameters.of(
                    Map.of(
                        "classifier.output.weight",
                        Tensor.of(weight, 2, 2),
                        "classifier.output.bias",
                        Tensor.of(new float[] {0.5f, 0}, 2))));
  }

  private static SoftmaxClassifier train(FakeTrainer trainer) {
    return ClassifierFit.train(settings().config(), DATA, null, trainer, progress -> {});
  }

  @Test
  void takesFeaturesInTheUsersUnits() {
    SoftmaxClassifier classifier = train(linear(0, 0, 1, 0));

    // The second class wins where the first feature, scaled, is above 0.5.
    assertThat(classifier.predict(new float[][] {{19, 0}, {21, 0}})).containsExactly(0, 1);
    assertThat(classifier.hidden(new float[][] {{10, 4}, {25, 3}}))
        .isDeepEqualTo(new float[][] {{0, 0.5f}, {0.75f, 0.25f}});
    assertThat(classifier.classNames()).containsExactlyElementsOf(DATA.classNames());
    assertThat(classifier.featureCount()).isEqualTo(2);
  }

  @Test
  void theFirstOfEqualClassesWins() {
    assertThat(train(linear(0, 0, 1, 0)).predict(new float[][] {{20, 0}})).containsExactly(0);
  }

  @Test
  void refusesObservationsOfAnotherWidthOrNotFinite() {
    SoftmaxClassifier classifier = train(linear(0, 0, 1, 0));

    assertThatThrownBy(() -> classifier.predict(new float[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("observations[1]");
    assertThatThrownBy(() -> classifier.hidden(new float[][] {{1, Float.NaN}}))
        .hasMessage("observations[0][1] (NaN) must be finite");
    assertThatThrownBy(() -> classifier.predict(new float[0][]))
        .hasMessageContaining("observations is empty");
  }

  @Test
  void givesTheBackendScaledDataAndResolvedSettings() {
    FakeTrainer trainer = linear(0, 0, 0, 0);
    List<TrainingProgress> told = new ArrayList<>();
    ClassifierFit.train(settings().config(), DATA, null, trainer, told::add);

    ClassifierTask task = trainer.classifierTasks().get(0);
    assertThat(task.config().isResolved()).isTrue();
    assertThat(task.training().features().toArray())
        .isDeepEqualTo(new float[][] {{0, 1}, {0.5f, 0.5f}, {1, 0}});
    assertThat(row(task, 1, 3)).containsExactly(0.5f, 0.5f);
    assertThat(told).hasSize(1);
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  @Test
  void transformsRowsInTheUsersUnitsWithNumbersOfItsSeed() {
    ObservationTransform transform =
        (observation, random) -> {
          observation[0] = 15;
          observation[1] = (float) random.nextDouble();
        };
    FakeTrainer trainer = linear(0, 0, 0, 0);
    for (long seed : new long[] {1, 1, 2}) {
      ClassifierFit.train(settings().seed(seed).config(), DATA, transform, trainer, told -> {});
    }

    List<ClassifierTask> tasks = trainer.classifierTasks();
    assertThat(row(tasks.get(0), 2, 1)[0]).isEqualTo(0.25f);
    assertThat(row(tasks.get(1), 2, 1)).containsExactly(row(tasks.get(0), 2, 1));
    assertThat(row(tasks.get(2), 2, 1)).isNotEqualTo(row(tasks.get(0), 2, 1));
    assertThat(row(tasks.get(0), 2, 2)).isNotEqualTo(row(tasks.get(0), 2, 1));
  }

  @Test
  void blamesTheBackendForAClassifierThatCannotBeUsed() {
    FakeTrainer trainer = FakeTrainer.random().classifying(task -> NetworkParameters.of(Map.of()));

    assertThatThrownBy(() -> train(trainer))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "fake trainer 1.0 returned a classifier that cannot be used:"
                + " parameter classifier.output.weight is missing");
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  private static float[] row(ClassifierTask task, int row, int epoch) {
    float[] values = new float[2];
    task.rows().copyRow(row, epoch, values, 0);
    return values;
  }
}
