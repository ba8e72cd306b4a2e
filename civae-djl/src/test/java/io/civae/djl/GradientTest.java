package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.civae.BatchNormalization;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;

/** Terms and gradients against central differences of an independent oracle in double. */
final class GradientTest {

  private static final int CLASSES = 3;
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 2e-4;

  @OnEveryEngine
  void reconstructionOfGaussianLinearOutput(EngineKind kind) {
    check(kind, config(BatchNormalization.BEFORE_ACTIVATION).config(), Term.RECONSTRUCTION);
  }

  @OnEveryEngine
  void reconstructionOfGaussianSigmoidOutput(EngineKind kind) {
    check(
        kind,
        config(BatchNormalization.BEFORE_ACTIVATION)
            .outputActivation(OutputActivation.SIGMOID)
            .config(),
        Term.RECONSTRUCTION);
  }

  @OnEveryEngine
  void reconstructionOfBernoulliOutput(EngineKind kind) {
    check(
        kind,
        config(BatchNormalization.BEFORE_ACTIVATION)
            .outputActivation(OutputActivation.SIGMOID)
            .likelihood(Likelihood.BERNOULLI)
            .config(),
        Term.RECONSTRUCTION);
  }

  @OnEveryEngine
  void reconstructionOfNegativeBinomialCounts(EngineKind kind) {
    check(kind, ofCounts(Likelihood.NEGATIVE_BINOMIAL), Term.RECONSTRUCTION);
  }

  @OnEveryEngine
  void reconstructionOfZeroInflatedCounts(EngineKind kind) {
    check(kind, ofCounts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL), Term.RECONSTRUCTION);
  }

  @OnEveryEngine
  void totalOfZeroInflatedCounts(EngineKind kind) {
    check(kind, ofCounts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL), Term.TOTAL);
  }

  private static CiVaeConfig ofCounts(Likelihood likelihood) {
    return Fixtures.ofCounts(likelihood).alpha(0.3).beta(2).config();
  }

  @OnEveryEngine
  void klDivergence(EngineKind kind) {
    check(kind, config(BatchNormalization.BEFORE_ACTIVATION).config(), Term.KL_DIVERGENCE);
  }

  @OnEveryEngine
  void discriminatorWithUnlabelledRows(EngineKind kind) {
    check(kind, config(BatchNormalization.BEFORE_ACTIVATION).config(), Term.DISCRIMINATOR);
  }

  @OnEveryEngine
  void totalWithNormalisationAfterActivation(EngineKind kind) {
    check(kind, config(BatchNormalization.AFTER_ACTIVATION).config(), Term.TOTAL);
  }

  @OnEveryEngine
  void totalWithoutNormalisation(EngineKind kind) {
    check(kind, config(BatchNormalization.NONE).config(), Term.TOTAL);
  }

  @OnEveryEngine
  void totalWithDropout(EngineKind kind) {
    check(kind, config(BatchNormalization.BEFORE_ACTIVATION).dropout(0.3).config(), Term.TOTAL);
  }

  @OnEveryEngine
  void discriminatorWithDropoutOfLogits(EngineKind kind) {
    check(
        kind,
        config(BatchNormalization.BEFORE_ACTIVATION).discriminatorDropout(0.4).config(),
        Term.DISCRIMINATOR);
  }

  private static CiVaeBuilder config(BatchNormalization place) {
    return Fixtures.small().batchNormalization(place).alpha(0.3).beta(2);
  }

  private static void check(EngineKind kind, CiVaeConfig config, Term term) {
    LabeledDataset data = Fixtures.squeezed(Fixtures.blobs(CLASSES, 4, 5, 1));
    int[] classes = Fixtures.classes(data);
    classes[2] = -1;
    classes[7] = -1;
    CiVaeBlock block = CiVaeBlock.untrained(config, data.featureCount(), CLASSES);
    Map<String, double[]> gradients = new HashMap<>();
    Oracle oracle;
    Oracle.Chance chance;
    double engineValue;
    Engine engine = Fixtures.engine(kind);
    try (NDManager session = engine.newBaseManager()) {
      double[][] x = Matrices.of(data);
      NDArray observed =
          session.create(
              Matrices.rowMajor(observed(config, data)),
              new Shape(data.size(), data.featureCount()));
      NDArray features =
          session.create(Matrices.rowMajor(x), new Shape(data.size(), data.featureCount()));
      NDArray targets = CiVaeLoss.targets(session, classes, CLASSES);
      block.initialize(session, DataType.FLOAT32, features.getShape());
      oracle = new Oracle(config, block.networkParameters());
      NoiseSource source = new NoiseSource(config, CLASSES);
      source.draw(0, data.size());
      StepNoise noise = source.arrays(session);
      chance =
          new Oracle.Chance(
              Matrices.of(Objects.requireNonNull(noise.latent())),
              Matrices.of(noise.encoderMasks()),
              Matrices.of(noise.decoderMasks()),
              noise.logitMask() == null ? new double[0][] : Matrices.of(noise.logitMask()));
      try (GradientCollector collector = engine.newGradientCollector()) {
        CiVaeBlock.ForwardPass pass =
            block.forward(new ParameterStore(session, false), features, true, noise);
        BatchTerms terms =
            BatchTerms.of(CiVaeLoss.of(config), pass, observed, targets, noise.logitMask());
        NDArray value = term.ofEngine(terms);
        collector.backward(value);
        engineValue = value.getFloat();
      }
      for (Parameter parameter : trained(block)) {
        gradients.put(
            parameter.getName(),
            Matrices.of(parameter.getArray().getGradient().toFloatArray(), 1)[0]);
      }
    }
    assertAgrees(
        config,
        term,
        Matrices.of(data),
        observed(config, data),
        classes,
        oracle,
        chance,
        engineValue,
        gradients);
  }

  /** What the decoder is to explain. */
  private static double[][] observed(CiVaeConfig config, LabeledDataset data) {
    return config.likelihood().isOfCounts()
        ? Matrices.of(data.withFeatures(Fixtures.counts(data)))
        : Matrices.of(data);
  }

  private static List<Parameter> trained(CiVaeBlock block) {
    List<Parameter> trained = new ArrayList<>(block.getParameters().values());
    trained.removeIf(parameter -> !parameter.requiresGradient());
    return trained;
  }

  private static void assertAgrees(
      CiVaeConfig config,
      Term term,
      double[][] x,
      double[][] observed,
      int[] classes,
      Oracle oracle,
      Oracle.Chance chance,
      double engineValue,
      Map<String, double[]> gradients) {
    Function<Oracle, Double> value =
        o -> term.ofOracle(o, config, o.forward(x, chance, true), observed, classes);
    double expected = value.apply(oracle);
    SoftAssertions softly = new SoftAssertions();
    softly
        .assertThat(engineValue)
        .as("%s", term)
        .isCloseTo(expected, Offset.offset(1e-5 * Math.max(1, Math.abs(expected))));
    double largest = 0;
    Map<String, double[]> differences = new HashMap<>();
    for (String name : gradients.keySet()) {
      double[] values = oracle.values(name);
      double[] difference = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        double kept = values[i];
        values[i] = kept + STEP;
        double above = value.apply(oracle);
        values[i] = kept - STEP;
        double below = value.apply(oracle);
        values[i] = kept;
        difference[i] = (above - below) / (2 * STEP);
      }
      differences.put(name, difference);
      largest = Math.max(largest, Arrays.stream(difference).map(Math::abs).max().orElseThrow());
    }
    softly.assertThat(largest).as("largest derivative").isGreaterThan(1e-2);
    for (String name : gradients.keySet()) {
      softly
          .assertThat(gradients.get(name))
          .as("gradient of %s by %s", term, name)
          .containsExactly(
              differences.getOrDefault(name, new double[0]), Offset.offset(TOLERANCE * largest));
    }
    softly.assertAll();
  }

  /** One term, in the engine and in the oracle. */
  private enum Term {
    RECONSTRUCTION,
    KL_DIVERGENCE,
    DISCRIMINATOR,
    TOTAL;

    NDArray ofEngine(BatchTerms terms) {
      return switch (this) {
        case RECONSTRUCTION -> terms.reconstruction();
        case KL_DIVERGENCE -> terms.klDivergence();
        case DISCRIMINATOR -> Objects.requireNonNull(terms.discriminator());
        case TOTAL -> terms.total();
      };
    }

    double ofOracle(
        Oracle oracle, CiVaeConfig config, Oracle.Pass pass, double[][] x, int[] classes) {
      return switch (this) {
        case RECONSTRUCTION -> oracle.reconstruction(pass, x);
        case KL_DIVERGENCE -> oracle.klDivergence(pass);
        case DISCRIMINATOR -> Oracle.crossEntropy(pass.logits(), classes);
        case TOTAL ->
            oracle.reconstruction(pass, x)
                + config.alpha() * oracle.klDivergence(pass)
                + config.beta() * Oracle.crossEntropy(pass.logits(), classes);
      };
    }
  }
}
