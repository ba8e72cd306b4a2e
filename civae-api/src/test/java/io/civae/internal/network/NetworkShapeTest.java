package io.civae.internal.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.fixture.RandomParameters;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkShapeTest {

  private static final int FEATURES = 5;
  private static final int LATENT = 2;
  private static final int CLASSES = 3;
  private static final CiVaeConfig CONFIG =
      CiVae.builder()
          .latentDim(LATENT)
          .hiddenLayers(6, 4)
          .likelihood(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL)
          .config();

  private static Map<String, Tensor> tensors() {
    NetworkParameters parameters = RandomParameters.of(1, CONFIG, FEATURES, CLASSES);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    parameters.names().forEach(name -> tensors.put(name, parameters.get(name)));
    return tensors;
  }

  static Stream<String> names() {
    return tensors().keySet().stream();
  }

  private static void check(Map<String, Tensor> tensors) {
    NetworkShape.check(CONFIG, NetworkParameters.of(tensors), FEATURES, CLASSES);
  }

  private static Tensor get(Map<String, Tensor> tensors, String name) {
    return NetworkParameters.of(tensors).get(name);
  }

  @Test
  void acceptsWholeNetworks() {
    assertThatCode(() -> check(tensors())).doesNotThrowAnyException();
    for (BatchNormalization normalization : BatchNormalization.values()) {
      CiVaeConfig config = CONFIG.toBuilder().batchNormalization(normalization).config();
      assertThatCode(
              () ->
                  NetworkShape.check(
                      config, RandomParameters.of(1, config, FEATURES, 0), FEATURES, 0))
          .doesNotThrowAnyException();
    }
    CiVaeConfig linear = CONFIG.toBuilder().hiddenLayers().config();
    assertThatCode(() -> NetworkShape.check(linear, RandomParameters.of(1, linear, 1, 1), 1, 1))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noticesWhateverIsMissing(String name) {
    Map<String, Tensor> tensors = tensors();
    tensors.remove(name);
    assertThatThrownBy(() -> check(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter");
  }

  @ParameterizedTest
  @MethodSource("names")
  void noticesWhateverHasOneUnitTooMany(String name) {
    Map<String, Tensor> tensors = tensors();
    int[] shape = get(tensors, name).shape();
    shape[0]++;
    tensors.put(name, Tensor.of(new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)], shape));
    assertThatThrownBy(() -> check(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter")
        .hasMessageContaining("has shape");
  }

  @ParameterizedTest
  @MethodSource("names")
  void noticesWhateverHasAnotherRank(String name) {
    Map<String, Tensor> tensors = tensors();
    Tensor tensor = get(tensors, name);
    int[] shape = tensor.rank() == 1 ? new int[] {tensor.size(), 1} : new int[] {tensor.size()};
    tensors.put(name, Tensor.of(tensor.values(), shape));
    assertThatThrownBy(() -> check(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter")
        .hasMessageContaining("has shape");
  }

  @ParameterizedTest
  @MethodSource("names")
  void noticesWhateverIsNotFinite(String name) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      Map<String, Tensor> tensors = tensors();
      Tensor tensor = get(tensors, name);
      float[] values = tensor.values();
      values[values.length - 1] = bad;
      tensors.put(name, Tensor.of(values, tensor.shape()));
      assertThatThrownBy(() -> check(tensors))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "parameter %s at position %s (%s) must be finite", name, values.length - 1, bad);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encoder.hidden.2.bias",
        "encoder.hidden.5.weight",
        "decoder.hidden.0.norm.momentum",
        "encoder",
        "",
        "file.sha256",
        "scaler.offset"
      })
  void noticesWhateverDoesNotBelong(String name) {
    Map<String, Tensor> tensors = tensors();
    tensors.put(name, Tensor.of(new float[1], 1));
    assertThatThrownBy(() -> check(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters [" + name + "] are not expected");
  }

  @Test
  void noticesADiscriminatorWithoutClasses() {
    assertThatThrownBy(
            () -> NetworkShape.check(CONFIG, NetworkParameters.of(tensors()), FEATURES, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters [discriminator.weight, discriminator.bias] are not expected");
  }

  @Test
  void noticesWhatTheLikelihoodDoesNotAskFor() {
    NetworkParameters parameters = NetworkParameters.of(tensors());
    CiVaeConfig gaussian = CONFIG.toBuilder().likelihood(Likelihood.GAUSSIAN).config();
    CiVaeConfig plain = CONFIG.toBuilder().likelihood(Likelihood.NEGATIVE_BINOMIAL).config();
    assertThatThrownBy(() -> NetworkShape.check(gaussian, parameters, FEATURES, CLASSES))
        .hasMessage(
            "parameters [decoder.dispersion, decoder.zero.weight, decoder.zero.bias] are not"
                + " expected");
    assertThatThrownBy(() -> NetworkShape.check(plain, parameters, FEATURES, CLASSES))
        .hasMessage("parameters [decoder.zero.weight, decoder.zero.bias] are not expected");
  }

  @Test
  void noticesOuterSizesThatDiffer() {
    NetworkParameters parameters = NetworkParameters.of(tensors());
    CiVaeConfig wider = CONFIG.toBuilder().latentDim(LATENT + 1).config();
    assertThatThrownBy(() -> NetworkShape.check(CONFIG, parameters, FEATURES + 1, CLASSES))
        .hasMessage("parameter encoder.hidden.0.weight has shape [6, 5]; expected [6, 6]");
    assertThatThrownBy(() -> NetworkShape.check(wider, parameters, FEATURES, CLASSES))
        .hasMessage("parameter encoder.mean.weight has shape [2, 4]; expected [3, 4]");
    assertThatThrownBy(() -> NetworkShape.check(CONFIG, parameters, FEATURES, CLASSES + 1))
        .hasMessage("parameter discriminator.weight has shape [3, 2]; expected [4, 2]");
  }

  @Test
  void noticesANegativeVariance() {
    Map<String, Tensor> tensors = tensors();
    tensors.put("encoder.hidden.1.norm.variance", Tensor.of(new float[] {1, -1e-6f, 0, 1}, 4));
    assertThatThrownBy(() -> check(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter encoder.hidden.1.norm.variance (-1.0E-6) must be non-negative");
  }

  private static Map<String, Tensor> classifier() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("encoder.hidden.")) {
                tensors.put(name.replace("encoder", "classifier"), tensor);
              }
            });
    tensors.put("classifier.output.weight", Tensor.of(new float[CLASSES * 4], CLASSES, 4));
    tensors.put("classifier.output.bias", Tensor.of(new float[CLASSES], CLASSES));
    return tensors;
  }

  static Stream<String> classifierNames() {
    return classifier().keySet().stream();
  }

  private static void checkClassifier(Map<String, Tensor> tensors) {
    NetworkShape.checkClassifier(NetworkParameters.of(tensors), FEATURES, CLASSES);
  }

  @Test
  void acceptsWholeClassifiers() {
    assertThatCode(() -> checkClassifier(classifier())).doesNotThrowAnyException();
    Map<String, Tensor> linear =
        Map.of(
            "classifier.output.weight", Tensor.of(new float[2], 2, 1),
            "classifier.output.bias", Tensor.of(new float[2], 2));
    assertThatCode(() -> NetworkShape.checkClassifier(NetworkParameters.of(linear), 1, 2))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("classifierNames")
  void noticesWhateverIsWrongWithAClassifier(String name) {
    Tensor tensor = get(classifier(), name);
    Map<String, Tensor> missing = classifier();
    missing.remove(name);
    Map<String, Tensor> flat = classifier();
    flat.put(
        name,
        tensor.rank() == 1
            ? Tensor.of(tensor.values(), tensor.size(), 1)
            : Tensor.of(tensor.values(), tensor.size()));
    Map<String, Tensor> infinite = classifier();
    float[] values = tensor.values();
    values[0] = Float.NaN;
    infinite.put(name, Tensor.of(values, tensor.shape()));

    assertThatThrownBy(() -> checkClassifier(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter");
    assertThatThrownBy(() -> checkClassifier(flat))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has shape");
    assertThatThrownBy(() -> checkClassifier(infinite))
        .hasMessage("parameter " + name + " at position 0 (NaN) must be finite");
  }

  @Test
  void noticesWhatDoesNotBelongToAClassifierOrHasOtherOuterSizes() {
    Map<String, Tensor> more = classifier();
    more.put("discriminator.bias", Tensor.of(new float[CLASSES], CLASSES));
    NetworkParameters right = NetworkParameters.of(classifier());

    assertThatThrownBy(() -> checkClassifier(more))
        .hasMessage("parameters [discriminator.bias] are not expected");
    assertThatThrownBy(() -> NetworkShape.checkClassifier(right, FEATURES + 1, CLASSES))
        .hasMessage("parameter classifier.hidden.0.weight has shape [6, 5]; expected [6, 6]");
    assertThatThrownBy(() -> NetworkShape.checkClassifier(right, FEATURES, CLASSES + 1))
        .hasMessage("parameter classifier.output.weight has shape [3, 4]; expected [4, 4]");
  }
}
