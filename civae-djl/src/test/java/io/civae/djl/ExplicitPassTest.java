package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import com.sun.jna.Platform;
import io.civae.BatchNormalization;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.ClassWeighting;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pass without autograd comes to what autograd comes to, whose truth is the oracle's. */
final class ExplicitPassTest {

  private static final int CLASSES = 3;
  private static final double KL_SHARE = 0.7;

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("norm before activation", small()),
        Arguments.of("norm after", small().batchNormalization(BatchNormalization.AFTER_ACTIVATION)),
        Arguments.of("no norm", small().batchNormalization(BatchNormalization.NONE)),
        Arguments.of("dropout", small().dropout(0.3)),
        Arguments.of(
            "dropout and norm after",
            small().dropout(0.3).batchNormalization(BatchNormalization.AFTER_ACTIVATION)),
        Arguments.of(
            "dropout and no norm",
            small().dropout(0.3).batchNormalization(BatchNormalization.NONE)),
        Arguments.of("dropout of logits", small().discriminatorDropout(0.4)),
        Arguments.of("sigmoid", small().outputActivation(OutputActivation.SIGMOID)),
        Arguments.of(
            "Bernoulli",
            small().outputActivation(OutputActivation.SIGMOID).likelihood(Likelihood.BERNOULLI)),
        Arguments.of("counts", counts(Likelihood.NEGATIVE_BINOMIAL)),
        Arguments.of("added zeros", counts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL)),
        Arguments.of("frozen discriminator", small().beta(0)),
        Arguments.of(
            "weighted classes", small().classWeighting(ClassWeighting.of(Map.of("1", 5.0)))),
        Arguments.of("no sampling", small().sampling(false)),
        Arguments.of("several blocks of columns", small().hiddenLayers(300, 130)));
  }

  private static CiVaeBuilder small() {
    return Fixtures.small().alpha(0.3).beta(2);
  }

  private static CiVaeBuilder counts(Likelihood likelihood) {
    return Fixtures.ofCounts(likelihood).alpha(0.3).beta(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void termsGradientsAndRunningStatisticsAreThoseOfAutograd(String name, CiVaeBuilder builder) {
    CiVaeConfig config = builder.config();
    LabeledDataset data = Fixtures.squeezed(Fixtures.blobs(CLASSES, 4, 5, 1));

    assertAgree(config, data, InitialParameters.draw(new NetworkLayout(config, 5, CLASSES)));
  }

  @ParameterizedTest
  @MethodSource("clampedBiases")
  void aClampedLogVarianceHasNoGradient(float bias) {
    CiVaeConfig config = small().config();
    LabeledDataset data = Fixtures.squeezed(Fixtures.blobs(CLASSES, 4, 5, 1));
    NetworkParameters drawn = InitialParameters.draw(new NetworkLayout(config, 5, CLASSES));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    drawn.names().forEach(name -> tensors.put(name, drawn.get(name)));
    tensors.put("encoder.logVariance.bias", Tensor.of(new float[] {bias, 0}, 2));

    assertAgree(config, data, NetworkParameters.of(tensors));
  }

  static Stream<Float> clampedBiases() {
    return Stream.of(-40f, 40f);
  }

  /** Of 12 rows the first half have no label. */
  @ParameterizedTest
  @ValueSource(ints = {6, 12})
  void rowsWithoutALabelCountInOtherTermsOnly(int batchRows) {
    CiVaeConfig config = small().config();
    float[][] x = Fixtures.squeezed(Fixtures.blobs(CLASSES, 4, 5, 1)).features().toArray();
    int[] classes = IntStream.range(0, x.length).map(i -> i < 6 ? -1 : i % CLASSES).toArray();

    assertAgree(
        config,
        LabeledDataset.of(x, classes),
        InitialParameters.draw(new NetworkLayout(config, 5, CLASSES)),
        batchRows);
  }

  @Test
  void anArrayOfAnotherEngineIsLeftToAutograd() {
    CiVaeConfig config = small().config();
    LabeledDataset data = Fixtures.blobs(CLASSES, 4, 5, 1);
    NetworkParameters start = InitialParameters.draw(new NetworkLayout(config, 5, CLASSES));
    try (NDManager session = Fixtures.engine(EngineKind.PYTORCH).newBaseManager()) {
      assertThat(ExplicitNetwork.covers(initialized(config, start, session, data))).isFalse();
    }
  }

  private static void assertAgree(
      CiVaeConfig config, LabeledDataset data, NetworkParameters start) {
    assertAgree(config, data, start, data.size());
  }

  private static void assertAgree(
      CiVaeConfig config, LabeledDataset data, NetworkParameters start, int rows) {
    assumeTrue(Platform.isLinux(), "elsewhere a step goes through autograd");
    Engine engine = Fixtures.engine(EngineKind.MXNET);
    BatchBuffer batch =
        new BatchBuffer(
            data,
            TrainingRows.of(data.features()),
            config.likelihood().isOfCounts() ? Fixtures.counts(data) : null,
            ClassWeights.of(config.classWeighting(), data));
    batch.fill(IntStream.range(0, data.size()).toArray(), 0, rows, 1);
    NoiseSource noise = new NoiseSource(config, CLASSES);
    noise.draw(0, rows);
    try (NDManager session = engine.newBaseManager()) {
      CiVaeBlock expected = initialized(config, start, session, data);
      CiVaeBlock actual = initialized(config, start, session, data);
      assertThat(ExplicitNetwork.covers(actual)).isTrue();
      ExplicitNetwork network = new ExplicitNetwork(config, actual, session);

      BatchTerms.Values terms = network.passOf(rows).run(batch, noise, KL_SHARE);
      BatchTerms.Values wanted = byAutograd(engine, session, expected, config, batch, noise);

      assertClose(
          "terms",
          new float[] {terms.reconstruction(), terms.klDivergence(), terms.discriminator()},
          new float[] {wanted.reconstruction(), wanted.klDivergence(), wanted.discriminator()});
      assertThat(terms.score()).isEqualTo(wanted.score());
      for (Parameter parameter : expected.getParameters().values()) {
        if (parameter.requiresGradient()) {
          assertClose(
              parameter.getName(),
              network.gradient(parameter.getName()),
              parameter.getArray().getGradient().toFloatArray());
        }
      }
      network.publish();
      NetworkParameters published = actual.networkParameters();
      for (String name : published.names()) {
        assertClose(
            name, published.get(name).values(), expected.networkParameters().get(name).values());
      }
    }
  }

  private static CiVaeBlock initialized(
      CiVaeConfig config, NetworkParameters start, NDManager session, LabeledDataset data) {
    CiVaeBlock block = CiVaeBlock.of(config, start);
    block.initialize(session, DataType.FLOAT32, new Shape(data.size(), data.featureCount()));
    return block;
  }

  private static BatchTerms.Values byAutograd(
      Engine engine,
      NDManager session,
      CiVaeBlock block,
      CiVaeConfig config,
      BatchBuffer batch,
      NoiseSource source) {
    NDArray x = batch.features(session);
    StepNoise noise = source.arrays(session);
    try (GradientCollector collector = engine.newGradientCollector()) {
      BatchTerms terms =
          BatchTerms.of(
              CiVaeLoss.of(config).warmedUp(KL_SHARE),
              block.forward(new ParameterStore(session, false), x, true, noise),
              batch.observed(session, x),
              batch.targets(session),
              noise.logitMask());
      collector.backward(terms.total());
      return terms.read(batch.classes());
    }
  }

  /** To the rounding of floats, relative to the largest of an array. */
  private static void assertClose(String what, float[] actual, float[] expected) {
    float largest = 1e-2f;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).as(what).containsExactly(expected, Offset.offset(2e-5f * largest));
  }
}
