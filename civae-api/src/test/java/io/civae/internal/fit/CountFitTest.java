package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeTrainer;
import io.civae.spi.TrainingTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountFitTest {

  /** Library sizes 8, 0 (which counts as 1) and 4: the median is 4. */
  private static final float[][] COUNTS = {{6, 2, 0}, {0, 0, 0}, {1, 3, 0}};

  private static final String[] LABELS = {"a", "b", "a"};

  private static FakeTrainer trainer() {
    return FakeTrainer.random();
  }

  private static CiVaeBuilder builder(FakeTrainer trainer) {
    return CiVae.builder()
        .backend(trainer)
        .latentDim(2)
        .hiddenLayers(4)
        .epochs(1)
        .likelihood(Likelihood.NEGATIVE_BINOMIAL);
  }

  private static LabeledDataset data(float[][] counts) {
    return LabeledDataset.of(counts, LABELS);
  }

  @Test
  void theBackendGetsNormalisedLogarithmsAndTheCountsThemselves() {
    FakeTrainer trainer = trainer();
    LabeledDataset data = data(COUNTS);
    try (CiVaeModel model = builder(trainer).scaling(Scaling.NONE).build().fit(data, data)) {
      assertThat(model.countDecoder().librarySize()).isEqualTo(4);
    }
    TrainingTask task = trainer.onlyTask();
    float[] first = task.training().observation(0);
    assertThat(first[0]).isCloseTo((float) Math.log(1 + 6 * 4.0 / 8), within(1e-6f));
    assertThat(first[1]).isCloseTo((float) Math.log(1 + 2 * 4.0 / 8), within(1e-6f));
    assertThat(task.training().observation(1)).containsExactly(0, 0, 0);
    assertThat(task.counts().orElseThrow().toArray()).isEqualTo(COUNTS);
    assertThat(task.validationCounts().orElseThrow().toArray()).isEqualTo(COUNTS);
    assertThat(task.validation().orElseThrow().observation(0)).isEqualTo(first);
  }

  @Test
  void automaticSettingsAreStandardScalingAndShares() {
    FakeTrainer trainer = trainer();
    try (CiVaeModel model = builder(trainer).build().fit(data(COUNTS))) {
      assertThat(model.config().scaling()).isEqualTo(Scaling.STANDARD);
      assertThat(model.config().outputActivation()).isEqualTo(OutputActivation.SOFTMAX);
      assertThat(model.config().toBuilder().config()).isEqualTo(model.config());
    }
    float[][] scaled = trainer.onlyTask().training().features().toArray();
    for (int j = 0; j < 2; j++) {
      assertThat(scaled[0][j] + scaled[1][j] + scaled[2][j]).isCloseTo(0, within(1e-5f));
    }
    // A feature that never varies enters as 0.
    assertThat(scaled[0][2]).isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 0.5f, 1.9999999f, 16_777_218, 1e30f})
  void refusesWhatIsNoCountAndSaysWhere(float bad) {
    float[][] counts = {{1, 2, 3}, {4, bad, 6}, {7, 8, 9}};
    CiVae ciVae = builder(trainer()).build();
    String what = " features[1][1] (" + bad + ") must be a whole number from 0 to 16777216";
    assertThatThrownBy(() -> ciVae.fit(data(counts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("training" + what);
    assertThatThrownBy(() -> ciVae.fit(data(COUNTS), data(counts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("validation" + what);
  }

  @Test
  void theLargestCountAndNegativeZeroAreCounts() {
    float[][] counts = {{16_777_216, -0f, 3}, {0, 1, 0}, {1, 0, 0}};
    try (CiVaeModel model = builder(trainer()).build().fit(data(counts))) {
      assertThat(model.encoder().encode(counts).mean()[0]).hasSize(2);
    }
  }

  @Test
  void refusesTransformsOfObservations() {
    CiVaeBuilder builder =
        builder(trainer()).observationTransform((observation, random) -> observation[0] = 1);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be used with likelihood NEGATIVE_BINOMIAL");
  }
}
