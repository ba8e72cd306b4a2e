package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiVaeBuilderTest {

  private static void assertRejected(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void startsFromTheDocumentedDefaults() {
    CiVaeConfig config = CiVae.builder().config();
    assertThat(config.latentDim()).isEqualTo(CiVaeBuilder.DEFAULT_LATENT_DIM).isEqualTo(20);
    assertThat(config.hiddenLayers()).containsExactly(512, 512, 256, 256, 128, 128, 64);
    assertThat(config.decoderLayers()).containsExactly(64, 128, 128, 256, 256, 512, 512);
    assertThat(config.batchNormalization()).isEqualTo(BatchNormalization.BEFORE_ACTIVATION);
    assertThat(config.dropout()).isEqualTo(CiVaeBuilder.DEFAULT_DROPOUT);
    assertThat(config.discriminatorDropout()).isZero();
    assertThat(config.sampling()).isTrue();
    assertThat(config.likelihood()).isEqualTo(Likelihood.GAUSSIAN);
    assertThat(config.outputActivation()).isEqualTo(OutputActivation.AUTO);
    assertThat(config.scaling()).isEqualTo(Scaling.AUTO);
    assertThat(config.alpha()).isEqualTo(CiVaeBuilder.DEFAULT_ALPHA);
    assertThat(config.beta()).isEqualTo(CiVaeBuilder.DEFAULT_BETA);
    assertThat(config.epochs()).isEqualTo(CiVaeConfig.AUTOMATIC);
    assertThat(config.batchSize()).isEqualTo(CiVaeConfig.AUTOMATIC);
    assertThat(config.learningRate()).isEqualTo(CiVaeBuilder.DEFAULT_LEARNING_RATE);
    assertThat(config.learningRateSchedule()).isEqualTo(LearningRateSchedule.oneCycle());
    assertThat(config.weightDecay()).isZero();
    assertThat(config.seed()).isZero();
    assertThat(config.device()).isEqualTo("auto");
    assertThat(config.isResolved()).isFalse();
  }

  static Stream<Arguments> wholeNumbers() {
    return Stream.of(
        arguments("latentDim", (ObjIntConsumer<CiVaeBuilder>) CiVaeBuilder::latentDim, 1),
        arguments("epochs", (ObjIntConsumer<CiVaeBuilder>) CiVaeBuilder::epochs, 1),
        arguments("batchSize", (ObjIntConsumer<CiVaeBuilder>) CiVaeBuilder::batchSize, 2),
        arguments(
            "hiddenLayers[1]",
            (ObjIntConsumer<CiVaeBuilder>) (builder, width) -> builder.hiddenLayers(9, width),
            1),
        arguments(
            "decoderLayers[0]",
            (ObjIntConsumer<CiVaeBuilder>) (builder, width) -> builder.decoderLayers(width),
            1));
  }

  @ParameterizedTest
  @MethodSource("wholeNumbers")
  void keepsWholeNumbersAboveTheirMinimum(
      String name, ObjIntConsumer<CiVaeBuilder> setter, int minimum) {
    CiVaeBuilder builder = CiVae.builder();
    setter.accept(builder, minimum);
    setter.accept(builder, Integer.MAX_VALUE);
    for (int bad : new int[] {minimum - 1, -1, Integer.MIN_VALUE}) {
      assertRejected(
          () -> setter.accept(builder, bad), name + " (" + bad + ") must be at least " + minimum);
    }
  }

  static Stream<Arguments> weights() {
    return Stream.of(
        arguments("alpha", (ObjDoubleConsumer<CiVaeBuilder>) CiVaeBuilder::alpha),
        arguments("beta", (ObjDoubleConsumer<CiVaeBuilder>) CiVaeBuilder::beta),
        arguments("weightDecay", (ObjDoubleConsumer<CiVaeBuilder>) CiVaeBuilder::weightDecay));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void keepsWeightsFiniteAndNonNegative(String name, ObjDoubleConsumer<CiVaeBuilder> setter) {
    CiVaeBuilder builder = CiVae.builder();
    setter.accept(builder, 0);
    setter.accept(builder, Double.MAX_VALUE);
    for (double bad : new double[] {-0.5, -Double.MIN_VALUE, Double.NaN, 1 / 0.0, -1 / 0.0}) {
      assertRejected(
          () -> setter.accept(builder, bad),
          name + " (" + bad + ") must be finite and non-negative");
    }
  }

  static Stream<Arguments> shares() {
    return Stream.of(
        arguments("dropout", (ObjDoubleConsumer<CiVaeBuilder>) CiVaeBuilder::dropout),
        arguments(
            "discriminatorDropout",
            (ObjDoubleConsumer<CiVaeBuilder>) CiVaeBuilder::discriminatorDropout));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void keepsSharesBelowOne(String name, ObjDoubleConsumer<CiVaeBuilder> setter) {
    CiVaeBuilder builder = CiVae.builder();
    setter.accept(builder, 0);
    setter.accept(builder, Math.nextDown(1.0));
    for (double bad : new double[] {1, -0.1, 2, Double.NaN, 1 / 0.0}) {
      assertRejected(
          () -> setter.accept(builder, bad),
          name + " (" + bad + ") must be at least 0 and below 1");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsALearningRateThatIsNotAboveZero(double bad) {
    assertRejected(
        () -> CiVae.builder().learningRate(bad),
        "learningRate (" + bad + ") must be finite and above 0");
  }

  @Test
  void takesAnyPositiveLearningRate() {
    assertThat(CiVae.builder().learningRate(Double.MIN_VALUE).config().learningRate()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "gpu", "gpu:0", "gpu:15"})
  void takesKnownDevices(String device) {
    assertThat(CiVae.builder().device(device).config().device()).isEqualTo(device);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GPU", "gpu:", "gpu:-1", "gpu:1x", "cpu:0", " cpu", "gpu:99999", "cuda"})
  void rejectsOtherDevices(String device) {
    assertRejected(
        () -> CiVae.builder().device(device),
        "device (\"" + device + "\") must be auto, cpu, gpu or gpu:N");
  }

  @Test
  void takesNegativeZeroForZero() {
    CiVaeConfig plain = CiVae.builder().alpha(0).beta(0).weightDecay(0).dropout(0).config();
    CiVaeConfig negative =
        CiVae.builder().alpha(-0.0).beta(-0.0).weightDecay(-0.0).dropout(-0.0).config();
    assertThat(negative).isEqualTo(plain).hasSameHashCodeAs(plain);
  }

  @Test
  void mirrorsTheEncoderUntilToldOtherwise() {
    CiVaeBuilder builder = CiVae.builder().hiddenLayers(5, 4, 3);
    assertThat(builder.config().decoderLayers()).containsExactly(3, 4, 5);
    builder.decoderLayers(7);
    assertThat(builder.config().decoderLayers()).containsExactly(7);
    builder.hiddenLayers(2, 1);
    assertThat(builder.config().decoderLayers()).containsExactly(1, 2);
    assertThat(builder.hiddenLayers().config().decoderLayers()).isEmpty();
    assertThat(builder.hiddenLayers(3).decoderLayers().config().decoderLayers()).isEmpty();
  }

  @Test
  void isUntouchedByLaterChangesOfArrays() {
    int[] widths = {5, 4};
    CiVaeBuilder builder = CiVae.builder().hiddenLayers(widths).decoderLayers(widths);
    CiVaeConfig config = builder.config();
    widths[0] = 9;
    config.hiddenLayers()[0] = 9;
    config.decoderLayers()[0] = 9;
    assertThat(builder.config()).isEqualTo(config);
    assertThat(config.hiddenLayers()).containsExactly(5, 4);
    assertThat(config.decoderLayers()).containsExactly(5, 4);
  }

  @Test
  void buildsWhatLaterSettingsDoNotReach() {
    CiVaeBuilder builder = CiVae.builder().latentDim(3);
    CiVae built = builder.build();
    builder.latentDim(4);
    assertThat(built.config().latentDim()).isEqualTo(3);
  }

  @Test
  void rejectsABernoulliLikelihoodWithoutASigmoid() {
    CiVaeBuilder builder =
        CiVae.builder().likelihood(Likelihood.BERNOULLI).outputActivation(OutputActivation.LINEAR);
    String message = "outputActivation (LINEAR) must be SIGMOID or AUTO with likelihood BERNOULLI";
    assertRejected(builder::build, message);
    assertRejected(builder::config, message);
    for (OutputActivation fitting : List.of(OutputActivation.AUTO, OutputActivation.SIGMOID)) {
      assertThat(builder.outputActivation(fitting).config().outputActivation()).isEqualTo(fitting);
    }
  }

  @Test
  void rejectsABernoulliLikelihoodOnStandardisedFeatures() {
    CiVaeBuilder builder =
        CiVae.builder().likelihood(Likelihood.BERNOULLI).scaling(Scaling.STANDARD);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scaling (STANDARD)")
        .hasMessageContaining("likelihood BERNOULLI");
    for (Scaling fitting :
        List.of(Scaling.AUTO, Scaling.NONE, Scaling.MIN_MAX, Scaling.GLOBAL_MIN_MAX)) {
      assertThat(builder.scaling(fitting).config().scaling()).isEqualTo(fitting);
    }
  }

  @Test
  void rejectsWhatALikelihoodOfCountsCannotUse() {
    CiVaeBuilder builder =
        CiVae.builder().likelihood(Likelihood.NEGATIVE_BINOMIAL).scaling(Scaling.MIN_MAX);
    assertRejected(
        builder::config,
        "scaling (MIN_MAX) must be AUTO, NONE or STANDARD with likelihood NEGATIVE_BINOMIAL");
    assertRejected(
        () -> builder.scaling(Scaling.AUTO).outputActivation(OutputActivation.SIGMOID).config(),
        "outputActivation (SIGMOID) must be SOFTMAX or AUTO with likelihood NEGATIVE_BINOMIAL");
    for (Scaling fitting : List.of(Scaling.AUTO, Scaling.NONE, Scaling.STANDARD)) {
      CiVaeBuilder fit = builder.outputActivation(OutputActivation.SOFTMAX).scaling(fitting);
      assertThat(fit.config().scaling()).isEqualTo(fitting);
    }
  }

  @Test
  void rejectsSharesOfWhatIsNoCount() {
    assertRejected(
        () -> CiVae.builder().outputActivation(OutputActivation.SOFTMAX).config(),
        "outputActivation (SOFTMAX) must not be used with likelihood GAUSSIAN: it is for counts");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesTheSettingThatIsNull() {
    assertNull("batchNormalization", () -> CiVae.builder().batchNormalization(null));
    assertNull("likelihood", () -> CiVae.builder().likelihood(null));
    assertNull("outputActivation", () -> CiVae.builder().outputActivation(null));
    assertNull("scaling", () -> CiVae.builder().scaling(null));
    assertNull("learningRateSchedule", () -> CiVae.builder().learningRateSchedule(null));
    assertNull("device", () -> CiVae.builder().device(null));
    assertNull("backend", () -> CiVae.builder().backend(null));
  }

  private static void assertNull(String name, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(NullPointerException.class)
        .hasMessage(name + " must not be null");
  }
}
