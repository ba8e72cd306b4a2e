package io.civae.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.fixture.RandomParameters;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNetworkTest {

  private static final int FEATURES = 7;
  private static final int LATENT = 3;
  private static final int CLASSES = 4;

  private static CiVaeBuilder builder(int... widths) {
    return CiVae.builder()
        .latentDim(LATENT)
        .hiddenLayers(widths)
        .outputActivation(OutputActivation.LINEAR);
  }

  static List<CiVaeConfig> configurations() {
    List<CiVaeConfig> configurations = new ArrayList<>();
    for (BatchNormalization normalization : BatchNormalization.values()) {
      for (OutputActivation output : List.of(OutputActivation.LINEAR, OutputActivation.SIGMOID)) {
        for (int[] widths : new int[][] {{}, {5}, {11, 6, 9}}) {
          CiVaeBuilder builder =
              builder(widths).batchNormalization(normalization).outputActivation(output);
          configurations.add(builder.config());
          configurations.add(builder.decoderLayers(8, 2).config());
        }
      }
      for (Likelihood likelihood : Likelihood.values()) {
        configurations.add(
            CiVae.builder()
                .latentDim(LATENT)
                .hiddenLayers(5, 6)
                .batchNormalization(normalization)
                .likelihood(likelihood)
                .config());
      }
    }
    return configurations;
  }

  /** Normal values, a fifth of them exactly 0 as in pixels and counts. */
  private static float[] rows(long seed, int rows, int columns) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(5) == 0 ? 0 : (float) random.nextGaussian();
    }
    return values;
  }

  private static double[] row(float[] values, int row, int columns) {
    double[] result = new double[columns];
    for (int j = 0; j < columns; j++) {
      result[j] = values[row * columns + j];
    }
    return result;
  }

  private static void assertClose(float[] actual, int row, double[] expected) {
    for (int j = 0; j < expected.length; j++) {
      assertThat((double) actual[row * expected.length + j])
          .isCloseTo(expected[j], within(2e-5 * (1 + Math.abs(expected[j]))));
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void agreesWithPlainDoubles(CiVaeConfig config) {
    int rows = 13;
    for (long seed = 0; seed < 5; seed++) {
      NetworkParameters parameters = RandomParameters.of(seed, config, FEATURES, CLASSES);
      PlainNetwork network = new PlainNetwork(config, parameters);
      NetworkOracle oracle = new NetworkOracle(config, parameters);
      float[] x = rows(seed, rows, FEATURES);
      float[] z = rows(seed + 1000, rows, LATENT);
      float[] mean = new float[rows * LATENT];
      float[] logVariance = new float[rows * LATENT];
      float[] reconstruction = new float[rows * FEATURES];
      float[] logits = new float[rows * CLASSES];
      network.encode(x, rows, mean, logVariance);
      network.decode(z, rows, reconstruction);
      network.classify(z, rows, logits);
      for (int i = 0; i < rows; i++) {
        assertClose(mean, i, oracle.mean(row(x, i, FEATURES)));
        assertClose(logVariance, i, oracle.logVariance(row(x, i, FEATURES)));
        assertClose(reconstruction, i, oracle.decode(row(z, i, LATENT)));
        assertClose(logits, i, oracle.logits(row(z, i, LATENT)));
      }
    }
  }

  @Test
  void leavesItsInputAlone() {
    CiVaeConfig config = builder(5).config();
    PlainNetwork network = new PlainNetwork(config, RandomParameters.of(1, config, FEATURES, 2));
    float[] x = rows(1, 5, FEATURES);
    float[] before = x.clone();
    network.encode(x, 5, new float[5 * LATENT], new float[5 * LATENT]);
    network.decode(x, 5, new float[5 * FEATURES]);
    network.classify(x, 5, new float[10]);
    assertThat(x).isEqualTo(before);
  }

  /**
   * By hand: one unit, 2·3 − 1 = 5; before: relu(3·(5 − 1)/2 − 10) = 0; after: 3·(5 − 1)/2 − 10.
   */
  @Test
  void normalisesWhereTheConfigurationSaysSo() {
    assertThat(normalised(BatchNormalization.BEFORE_ACTIVATION)).isEqualTo(0.5f);
    assertThat(normalised(BatchNormalization.AFTER_ACTIVATION)).isCloseTo(-3.5f, within(1e-4f));
  }

  private static float normalised(BatchNormalization place) {
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(1)
            .hiddenLayers(1)
            .decoderLayers()
            .batchNormalization(place)
            .config();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("encoder.hidden.0.weight", Tensor.of(new float[] {2}, 1, 1));
    tensors.put("encoder.hidden.0.bias", scalar(-1));
    tensors.put("encoder.hidden.0.norm.scale", scalar(3));
    tensors.put("encoder.hidden.0.norm.shift", scalar(-10));
    tensors.put("encoder.hidden.0.norm.mean", scalar(1));
    tensors.put("encoder.hidden.0.norm.variance", scalar(4));
    tensors.put("encoder.mean.weight", Tensor.of(new float[] {1}, 1, 1));
    tensors.put("encoder.mean.bias", scalar(0.5f));
    tensors.put("encoder.logVariance.weight", Tensor.of(new float[] {0}, 1, 1));
    tensors.put("encoder.logVariance.bias", scalar(0));
    tensors.put("decoder.output.weight", Tensor.of(new float[] {1}, 1, 1));
    tensors.put("decoder.output.bias", scalar(0));
    float[] mean = new float[1];
    new PlainNetwork(config, NetworkParameters.of(tensors))
        .encode(new float[] {3}, 1, mean, new float[1]);
    return mean[0];
  }

  private static Tensor scalar(float value) {
    return Tensor.of(new float[] {value}, 1);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void givesARowTheSameBitsAloneAndInAnyBatch(CiVaeConfig config) {
    int rows = 1001;
    PlainNetwork network =
        new PlainNetwork(config, RandomParameters.of(3, config, FEATURES, CLASSES));
    float[] x = rows(4, rows, FEATURES);
    float[] mean = new float[rows * LATENT];
    float[] logVariance = new float[rows * LATENT];
    float[] reconstruction = new float[rows * FEATURES];
    float[] logits = new float[rows * CLASSES];
    network.encode(x, rows, mean, logVariance);
    network.decode(mean, rows, reconstruction);
    network.classify(mean, rows, logits);
    for (int size : new int[] {1, 3, 4, 64, 65, 300}) {
      for (int first = 0; first + size <= rows; first += Math.max(size, 37)) {
        float[] somewhere = Arrays.copyOfRange(x, first * FEATURES, (first + size) * FEATURES);
        float[] m = new float[size * LATENT];
        float[] v = new float[size * LATENT];
        float[] r = new float[size * FEATURES];
        float[] l = new float[size * CLASSES];
        network.encode(somewhere, size, m, v);
        network.decode(m, size, r);
        network.classify(m, size, l);
        assertSameBits(m, mean, first * LATENT);
        assertSameBits(v, logVariance, first * LATENT);
        assertSameBits(r, reconstruction, first * FEATURES);
        assertSameBits(l, logits, first * CLASSES);
      }
    }
  }

  private static void assertSameBits(float[] part, float[] whole, int from) {
    assertThat(Arrays.equals(part, 0, part.length, whole, from, from + part.length))
        .as("bits of a part that starts at %s", from)
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(floats = {100, 8.001f, -16.001f, -100, 3e38f, -3e38f})
  void clampsTheLogVariance(float bias) {
    CiVaeConfig config = builder().config();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    NetworkParameters random = RandomParameters.of(1, config, FEATURES, 0);
    random.names().forEach(name -> tensors.put(name, random.get(name)));
    float[] biases = {bias, bias, 0.25f};
    tensors.put(
        "encoder.logVariance.weight", Tensor.of(new float[LATENT * FEATURES], LATENT, FEATURES));
    tensors.put("encoder.logVariance.bias", Tensor.of(biases, LATENT));
    float[] logVariance = new float[2 * LATENT];
    new PlainNetwork(config, NetworkParameters.of(tensors))
        .encode(rows(1, 2, FEATURES), 2, new float[2 * LATENT], logVariance);
    float limit = bias > 0 ? 8 : -16;
    assertThat(logVariance).containsExactly(limit, limit, 0.25f, limit, limit, 0.25f);
  }

  @Test
  void staysInTheUnitIntervalWithASigmoid() {
    CiVaeConfig config = builder().outputActivation(OutputActivation.SIGMOID).config();
    PlainNetwork network = new PlainNetwork(config, RandomParameters.of(1, config, FEATURES, 0));
    float[] reconstruction = new float[2 * FEATURES];
    network.decode(new float[] {1e30f, -1e30f, 1e30f, -1e30f, 1e30f, 1e30f}, 2, reconstruction);
    for (float value : reconstruction) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void hasNoDiscriminatorWithoutClasses() {
    CiVaeConfig config = builder(5).config();
    try (PlainNetwork network =
        new PlainNetwork(config, RandomParameters.of(1, config, FEATURES, 0))) {
      assertThatThrownBy(() -> network.classify(new float[LATENT], 1, new float[0]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the network has no discriminator");
    }
  }
}
