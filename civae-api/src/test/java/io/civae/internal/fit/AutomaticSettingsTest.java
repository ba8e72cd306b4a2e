package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.data.FeatureMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticSettingsTest {

  private static final FeatureStatistics PIXELS =
      FeatureStatistics.of("training", FeatureMatrix.of(new float[][] {{0, 0.5f}, {1, 0.25f}}));
  private static final FeatureStatistics OTHERS =
      FeatureStatistics.of("training", FeatureMatrix.of(new float[][] {{0, 5}, {1, 2}}));

  private static CiVaeConfig resolve(CiVaeBuilder builder, int rows, FeatureStatistics statistics) {
    CiVaeConfig resolved = AutomaticSettings.resolve(builder.config(), rows, statistics);
    assertThat(resolved.isResolved()).isTrue();
    return resolved;
  }

  /**
   * The largest power of two that gives 20 batches, from 16 to 256; 15 epochs, or as many as make
   * 2,000 steps: with 2 rows there is 1 batch an epoch, with 1,000 rows and batches of 32 there are
   * 32, with 56,000 rows and batches of 256 there are 219.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 16, 2000",
    "16, 16, 2000",
    "17, 16, 1000",
    "319, 16, 100",
    "639, 16, 50",
    "640, 32, 100",
    "1000, 32, 63",
    "5119, 128, 50",
    "5120, 256, 100",
    "34048, 256, 16",
    "34049, 256, 15",
    "56000, 256, 15",
    "10000000, 256, 15",
  })
  void choosesBatchesAndEpochsByTheNumberOfRows(int rows, int batchSize, int epochs) {
    CiVaeConfig resolved = resolve(CiVae.builder(), rows, PIXELS);
    assertThat(resolved.batchSize()).isEqualTo(batchSize);
    assertThat(resolved.epochs()).isEqualTo(epochs);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void countsAreStandardisedAndComeBackAsShares(Likelihood likelihood) {
    for (FeatureStatistics statistics : List.of(PIXELS, OTHERS)) {
      CiVaeConfig resolved = resolve(CiVae.builder().likelihood(likelihood), 100, statistics);
      assertThat(resolved.scaling()).isEqualTo(Scaling.STANDARD);
      assertThat(resolved.outputActivation()).isEqualTo(OutputActivation.SOFTMAX);
    }
  }

  @Test
  void countsStepsWithTheBatchSizeOfTheUser() {
    assertThat(resolve(CiVae.builder().batchSize(100), 1000, PIXELS).epochs()).isEqualTo(200);
    assertThat(resolve(CiVae.builder().batchSize(100), 1001, PIXELS).epochs()).isEqualTo(182);
  }

  /** "As large as it gets" is how some ask for one batch an epoch. */
  @Test
  void survivesTheLargestBatchSize() {
    CiVaeConfig resolved = resolve(CiVae.builder().batchSize(Integer.MAX_VALUE), 1000, PIXELS);
    assertThat(resolved.batchSize()).isEqualTo(Integer.MAX_VALUE);
    assertThat(resolved.epochs()).isEqualTo(2000);
  }

  @Test
  void leavesWhatTheUserChose() {
    CiVaeConfig chosen =
        CiVae.builder()
            .epochs(3)
            .batchSize(7)
            .scaling(Scaling.STANDARD)
            .outputActivation(OutputActivation.LINEAR)
            .hiddenLayers(4)
            .decoderLayers(5)
            .seed(9)
            .config();
    assertThat(AutomaticSettings.resolve(chosen, 1000, PIXELS)).isEqualTo(chosen);
  }

  @Test
  void scalesOnlyWhatIsNotInTheUnitInterval() {
    assertThat(resolve(CiVae.builder(), 10, PIXELS).scaling()).isEqualTo(Scaling.NONE);
    assertThat(resolve(CiVae.builder(), 10, OTHERS).scaling()).isEqualTo(Scaling.STANDARD);
    CiVaeBuilder bernoulli = CiVae.builder().likelihood(Likelihood.BERNOULLI);
    assertThat(resolve(bernoulli, 10, PIXELS).scaling()).isEqualTo(Scaling.NONE);
    assertThat(resolve(bernoulli, 10, OTHERS).scaling()).isEqualTo(Scaling.MIN_MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO, SIGMOID, LINEAR",
    "NONE, SIGMOID, LINEAR",
    "STANDARD, LINEAR, LINEAR",
    "MIN_MAX, SIGMOID, SIGMOID",
    "GLOBAL_MIN_MAX, SIGMOID, SIGMOID",
  })
  void endsInASigmoidWhereScaledValuesLieInTheUnitInterval(
      Scaling scaling, OutputActivation pixels, OutputActivation others) {
    CiVaeBuilder builder = CiVae.builder().scaling(scaling);
    assertThat(resolve(builder, 10, PIXELS).outputActivation()).isEqualTo(pixels);
    assertThat(resolve(builder, 10, OTHERS).outputActivation()).isEqualTo(others);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTO", "NONE", "MIN_MAX", "GLOBAL_MIN_MAX"})
  void endsInASigmoidForABernoulliLikelihood(Scaling scaling) {
    CiVaeBuilder builder = CiVae.builder().likelihood(Likelihood.BERNOULLI).scaling(scaling);
    assertThat(resolve(builder, 10, OTHERS).outputActivation()).isEqualTo(OutputActivation.SIGMOID);
  }
}
