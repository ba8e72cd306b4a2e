package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParametersTest {

  @OnEveryEngine
  void trainingGivesEveryParameterItsNameAndShape(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().hiddenLayers(8, 6).decoderLayers(7).epochs(1).config();

    NetworkParameters parameters = Fixtures.train(kind, config, Fixtures.blobs(3, 10, 5, 1));

    Map<String, String> shapes = new HashMap<>();
    parameters.names().forEach(name -> shapes.put(name, parameters.get(name).toString()));
    Map<String, String> expected = new HashMap<>();
    expectHidden(expected, "encoder.hidden.0", 8, 5);
    expectHidden(expected, "encoder.hidden.1", 6, 8);
    expectHidden(expected, "decoder.hidden.0", 7, 2);
    expectLinear(expected, "encoder.mean", 2, 6);
    expectLinear(expected, "encoder.logVariance", 2, 6);
    expectLinear(expected, "decoder.output", 5, 7);
    expectLinear(expected, "discriminator", 3, 2);
    assertThat(shapes).isEqualTo(expected);
  }

  private static void expectHidden(Map<String, String> expected, String layer, int out, int in) {
    expectLinear(expected, layer, out, in);
    for (String name : new String[] {"scale", "shift", "mean", "variance"}) {
      expected.put(layer + ".norm." + name, "Tensor[" + out + "]");
    }
  }

  private static void expectLinear(Map<String, String> expected, String layer, int out, int in) {
    expected.put(layer + ".weight", "Tensor[" + out + ", " + in + "]");
    expected.put(layer + ".bias", "Tensor[" + out + "]");
  }

  @Test
  void withoutClassesThereIsNoDiscriminator() {
    NetworkParameters parameters =
        InitialParameters.draw(new NetworkLayout(Fixtures.small().config(), 5, 0));

    assertThat(parameters.names()).noneMatch(name -> name.startsWith("discriminator"));
  }

  @Test
  void withoutBatchNormalisationThereIsNoNorm() {
    CiVaeConfig config = Fixtures.small().batchNormalization(BatchNormalization.NONE).config();

    NetworkParameters parameters = InitialParameters.draw(new NetworkLayout(config, 5, 2));

    assertThat(parameters.names()).noneMatch(name -> name.contains(".norm."));
  }

  @Test
  void initialWeightsAreUniformWithinOneOverTheRootOfTheInputs() {
    CiVaeConfig config = Fixtures.small().hiddenLayers(200).config();

    float[] weights =
        InitialParameters.draw(new NetworkLayout(config, 100, 2))
            .get("encoder.hidden.0.weight")
            .values();

    double sumOfSquares = 0;
    for (float weight : weights) {
      assertThat(weight).isBetween(-0.1f, 0.1f);
      sumOfSquares += (double) weight * weight;
    }
    assertThat(sumOfSquares / weights.length)
        .isCloseTo(0.1 * 0.1 / 3, org.assertj.core.data.Percentage.withPercentage(3));
  }

  @Test
  void plainVaeStartsFromTheSameEncoderAndDecoder() {
    NetworkParameters withClasses =
        InitialParameters.draw(new NetworkLayout(Fixtures.small().config(), 5, 3));
    NetworkParameters plain =
        InitialParameters.draw(new NetworkLayout(Fixtures.small().beta(0).config(), 5, 3));

    for (String name : plain.names()) {
      if (name.startsWith("discriminator")) {
        assertThat(plain.get(name).values()).as(name).containsOnly(0f);
        assertThat(withClasses.get(name).values()).as(name).doesNotContain(0f);
      } else {
        assertThat(plain.get(name)).as(name).isEqualTo(withClasses.get(name));
      }
    }
  }

  @OnEveryEngine
  void parametersPutIntoABlockComeOutAgain(EngineKind kind) {
    CiVaeConfig config =
        Fixtures.small().batchNormalization(BatchNormalization.AFTER_ACTIVATION).config();
    NetworkParameters parameters = InitialParameters.draw(new NetworkLayout(config, 5, 3));
    Engine engine = Fixtures.engine(kind);

    try (NDManager session = engine.newBaseManager()) {
      CiVaeBlock block = CiVaeBlock.of(config, parameters);
      block.initialize(session, DataType.FLOAT32, new Shape(4, 5));

      assertThat(block.networkParameters()).isEqualTo(parameters);
    }
  }

  @Test
  void rejectsAParameterOfTheWrongShape() {
    CiVaeConfig config = Fixtures.small().config();
    NetworkParameters parameters = InitialParameters.draw(new NetworkLayout(config, 5, 3));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    parameters.names().forEach(name -> tensors.put(name, parameters.get(name)));
    tensors.put("encoder.mean.bias", Tensor.of(new float[3], 3));

    assertThatThrownBy(() -> CiVaeBlock.of(config, NetworkParameters.of(tensors)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter encoder.mean.bias has shape [3]; the configuration asks for [2]");
  }
}
