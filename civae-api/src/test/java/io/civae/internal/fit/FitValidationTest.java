package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.Likelihood;
import io.civae.Scaling;
import io.civae.TrainingListener;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.CapturedLog;
import io.civae.fixture.FakeTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which data {@code fit} refuses, and in which words. */
class FitValidationTest {

  private static final LabeledDataset DATA =
      LabeledDataset.of(
          new float[][] {{1, 10}, {3, 20}, {5, 10}, {7, 20}}, new String[] {"b", "a", "b", "a"});

  private static CiVaeBuilder builder(FakeTrainer trainer) {
    return CiVae.builder().latentDim(2).hiddenLayers(3).epochs(3).backend(trainer);
  }

  private static void assertRejected(CiVaeBuilder builder, LabeledDataset data, String message) {
    FakeTrainer trainer = FakeTrainer.random();
    CiVae ciVae = builder.backend(trainer).build();
    assertThatThrownBy(() -> ciVae.fit(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(trainer.timesCreated()).as("no backend starts for data that are refused").isZero();
  }

  @Test
  void rejectsDataWithoutLabelsUnlessBetaIsZero() {
    assertRejected(
        CiVae.builder().beta(2.5),
        LabeledDataset.unlabeled(DATA.features()),
        "training has no label, while beta (2.5) weighs a discriminator of classes;"
            + " use beta(0) for a plain VAE");
    assertRejected(
        CiVae.builder().beta(2.5),
        LabeledDataset.unlabeled(DATA.features()).withClassNames(List.of("a", "b")),
        "training has no label, while beta (2.5) weighs a discriminator of classes;"
            + " use beta(0) for a plain VAE");
  }

  @Test
  void rejectsWeightsAndProportionsOfClassesThatDoNotExist() {
    assertRejected(
        CiVae.builder().classWeighting(ClassWeighting.of(Map.of("c", 2.0))),
        DATA,
        "classWeighting ({c=2.0}) names class \"c\","
            + " which must be one of the classes of training [a, b]");
    assertRejected(
        CiVae.builder().beta(0).classSampling(ClassSampling.balanced()),
        LabeledDataset.unlabeled(DATA.features()),
        "classSampling (BALANCED) needs labelled training observations, and there are none");
  }

  @Test
  void rejectsOneObservation() {
    assertRejected(
        CiVae.builder(), DATA.select(0), "training has 1 observation; at least 2 are needed");
  }

  @Test
  void rejectsValuesThatAreNotFiniteFromAMatrixOfSomeoneElse() {
    assertRejected(
        CiVae.builder(),
        DATA.withFeatures(new HoleyMatrix(2, 1)),
        "training features[2][1] (NaN) must be finite");
  }

  @Test
  void rejectsFeaturesThatABernoulliCannotExplain() {
    assertRejected(
        CiVae.builder().likelihood(Likelihood.BERNOULLI).scaling(Scaling.NONE),
        DATA,
        "training features range from 1.0 to 20.0; likelihood BERNOULLI needs [0, 1]:"
            + " use scaling MIN_MAX or GLOBAL_MIN_MAX");
  }

  @Test
  void trainsABernoulliOnScaledFeatures() {
    for (Scaling scaling : List.of(Scaling.AUTO, Scaling.MIN_MAX, Scaling.GLOBAL_MIN_MAX)) {
      FakeTrainer trainer = FakeTrainer.random();
      builder(trainer).likelihood(Likelihood.BERNOULLI).scaling(scaling).build().fit(DATA).close();
      assertThat(
              FeatureStatistics.of("seen", trainer.onlyTask().training().features())
                  .inUnitInterval())
          .isTrue();
    }
  }

  private static void assertValidationRejected(LabeledDataset validation, String message) {
    FakeTrainer trainer = FakeTrainer.random();
    CiVae ciVae = builder(trainer).build();
    assertThatThrownBy(() -> ciVae.fit(DATA, validation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(trainer.timesCreated()).isZero();
  }

  @Test
  void rejectsAValidationLabelThatTrainingLacks() {
    assertValidationRejected(
        LabeledDataset.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}, new String[] {"a", "b", "zebra"}),
        "validation has label \"zebra\" (observation 2),"
            + " which is not among the classes of training [a, b]");
  }

  @Test
  void rejectsValidationDataOfAnotherWidth() {
    assertValidationRejected(
        LabeledDataset.of(new float[][] {{1, 2, 3}}, new String[] {"a"}),
        "validation has 3 features, training 2");
  }

  @Test
  void rejectsValidationValuesThatAreNotFinite() {
    assertValidationRejected(
        DATA.withFeatures(new HoleyMatrix(1, 0)), "validation features[1][0] (NaN) must be finite");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesTheArgumentThatIsNull() {
    CiVae ciVae = builder(FakeTrainer.random()).build();
    assertThatThrownBy(() -> ciVae.fit(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("training must not be null");
    assertThatThrownBy(() -> ciVae.fit(DATA, null, (TrainingListener) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith("listener must not be null");
  }

  @Test
  void warnsOfAClassWithoutObservations() {
    List<CiVaeModel> models = new ArrayList<>();
    LabeledDataset wider = DATA.withClassNames(List.of("a", "b", "ghost"));
    String log = CapturedLog.of(() -> models.add(builder(FakeTrainer.random()).build().fit(wider)));
    assertThat(log).contains("WARN").contains("class \"ghost\" has no training observation");
    assertThat(models.get(0).classNames()).containsExactly("a", "b", "ghost");
    models.get(0).close();
  }

  /** A matrix of someone else with one value that is not a number. */
  private record HoleyMatrix(int holeRow, int holeColumn) implements FeatureMatrix {
    @Override
    public int rows() {
      return 4;
    }

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
      for (int j = 0; j < 2; j++) {
        target[offset + j] = row == holeRow && j == holeColumn ? Float.NaN : row + j;
      }
    }
  }

  @Test
  void rejectsValidationFeaturesThatABernoulliCannotExplain() {
    FakeTrainer trainer = FakeTrainer.random();
    LabeledDataset unit =
        DATA.withFeatures(FeatureMatrix.of(new float[][] {{0, 1}, {1, 0}, {0, 0}, {1, 1}}));
    CiVaeBuilder bernoulli = builder(trainer).likelihood(Likelihood.BERNOULLI);
    CiVae unscaled = bernoulli.scaling(Scaling.NONE).build();
    assertThatThrownBy(() -> unscaled.fit(unit, DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("validation features range from 1.0 to 20.0");
    assertThat(trainer.timesCreated()).isZero();
    unscaled.fit(unit, unit).close();
  }

  @Test
  void warnsOfValidationFeaturesBeyondTheRangeThatABernoulliIsScaledBy() {
    LabeledDataset beyond = LabeledDataset.of(new float[][] {{13, 10}}, new String[] {"a"});
    for (Scaling scaling : List.of(Scaling.MIN_MAX, Scaling.GLOBAL_MIN_MAX)) {
      CiVae ciVae =
          builder(FakeTrainer.random()).likelihood(Likelihood.BERNOULLI).scaling(scaling).build();
      assertThat(CapturedLog.of(() -> ciVae.fit(DATA, DATA).close())).doesNotContain("BERNOULLI");
      String log = CapturedLog.of(() -> ciVae.fit(DATA, beyond).close());
      if (scaling == Scaling.MIN_MAX) {
        assertThat(log).contains("validation features range from 0.0 to 2.0");
      } else {
        assertThat(log).doesNotContain("validation features range");
      }
    }
  }

  @Test
  void rejectsWhatATransformMakesThatABernoulliCannotExplain() {
    FakeTrainer trainer = FakeTrainer.random();
    CiVae doubled =
        builder(trainer)
            .likelihood(Likelihood.BERNOULLI)
            .scaling(Scaling.MIN_MAX)
            .observationTransform((x, random) -> x[1] *= 2)
            .build();
    doubled.fit(DATA).close();
    assertThatThrownBy(() -> trainer.onlyTask().rows().copyRow(1, 1, new float[2], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "observationTransform \\(.*\\) made scaled feature 1 of training observation 1 3.0;"
                + " likelihood BERNOULLI needs \\[0, 1\\]");
  }

  @Test
  void rejectsValidationValuesThatNoFloatHoldsOnceScaled() {
    LabeledDataset tiny =
        LabeledDataset.of(new float[][] {{0, 0}, {1, 1e-37f}}, new String[] {"a", "b"});
    CiVae ciVae = builder(FakeTrainer.random()).scaling(Scaling.STANDARD).build();
    LabeledDataset large = LabeledDataset.of(new float[][] {{3, 50}}, new String[] {"a"});
    assertThatThrownBy(() -> ciVae.fit(tiny, large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scaled validation features[0][1] (Infinity) must be finite");
    try (CiVaeModel model = ciVae.fit(tiny)) {
      assertThatThrownBy(() -> model.encoder().mean(new float[] {3, 50}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("x[0][1] (50.0) must stay finite");
    }
  }
}
