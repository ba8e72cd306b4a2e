package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Terms of the loss at values worked out by hand. */
final class LossTest {

  private static final CiVaeConfig CONFIG = Fixtures.small().config();
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);

  @OnEveryEngine
  void gaussianIsTheSumOfSquaresOverFeaturesAndMeanOverRows(EngineKind kind) {
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray x = scope.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
      NDArray output = scope.create(new float[] {1, 1, 1, 4, 5, 9}, new Shape(2, 3));

      assertThat(CiVaeLoss.of(CONFIG).reconstruction(output, x).getFloat())
          .isCloseTo((0 + 1 + 4 + 0 + 0 + 9) / 2f, ROUNDING);
    }
  }

  @OnEveryEngine
  void bernoulliStaysFiniteWhereTheSigmoidSaturates(EngineKind kind) {
    CiVaeConfig config =
        Fixtures.small()
            .likelihood(Likelihood.BERNOULLI)
            .outputActivation(OutputActivation.SIGMOID)
            .config();
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray x = scope.create(new float[] {1, 0, 1, 0}, new Shape(2, 2));
      NDArray output = scope.create(new float[] {200, -200, -200, 0}, new Shape(2, 2));

      assertThat(CiVaeLoss.of(config).reconstruction(output, x).getFloat())
          .isCloseTo((float) (200 + Math.log(2)) / 2, ROUNDING);
    }
  }

  @OnEveryEngine
  void countsOfMeanAndDispersionOneAreGeometric(EngineKind kind) {
    // p(y) = 2^−(y + 1), in each of two features; an empty row counts as a library of 1.
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray counts = scope.create(new float[] {2, 0, 0, 2}, new Shape(2, 2));
      NDArray output = scope.zeros(new Shape(2, 4));
      NDArray inflated = scope.zeros(new Shape(2, 6));
      float two = (float) Math.log(2);

      assertThat(ofCounts(Likelihood.NEGATIVE_BINOMIAL).reconstruction(output, counts).getFloat())
          .isCloseTo(4 * two, ROUNDING);
      // Half of all are replaced by zeros: p(0) = ¾, p(2) = 1/16.
      assertThat(
              ofCounts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL)
                  .reconstruction(inflated, counts)
                  .getFloat())
          .isCloseTo((float) -Math.log(0.75 / 16), ROUNDING);
    }
  }

  private static CiVaeLoss ofCounts(Likelihood likelihood) {
    return CiVaeLoss.of(Fixtures.ofCounts(likelihood).config());
  }

  @OnEveryEngine
  void klDivergenceOfTheStandardNormalIsZero(EngineKind kind) {
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray zeros = scope.zeros(new Shape(3, 2));
      NDArray ones = scope.ones(new Shape(3, 2));
      CiVaeLoss loss = CiVaeLoss.of(CONFIG);

      assertThat(loss.klDivergence(zeros, zeros).getFloat()).isCloseTo(0, ROUNDING);
      assertThat(loss.klDivergence(ones, zeros).getFloat()).isCloseTo(2 * 0.5f, ROUNDING);
      assertThat(loss.klDivergence(zeros, ones).getFloat())
          .isCloseTo((float) (2 * 0.5 * (Math.E - 2)), ROUNDING);
    }
  }

  @OnEveryEngine
  void crossEntropyIsTheMeanOverLabelledRows(EngineKind kind) {
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray logits = scope.create(new float[] {0, 0, 50, 0, -7, 3}, new Shape(3, 2));

      assertThat(crossEntropy(scope, logits, 0, 1, -1))
          .isCloseTo((float) (Math.log(2) + 50) / 2, ROUNDING);
      assertThat(crossEntropy(scope, logits, -1, 0, -1)).isCloseTo(0, ROUNDING);
      assertThat(crossEntropy(scope, logits, -1, -1, -1)).isZero();
    }
  }

  @OnEveryEngine
  void aRowOfTargetsCountsAsOftenAsItsWeightSays(EngineKind kind) {
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray logits = scope.create(new float[] {0, 0, 50, 0, -7, 3}, new Shape(3, 2));
      CiVaeLoss loss = CiVaeLoss.of(CONFIG);

      // Classes 0, 1 and none, of weights 3 and 0.5.
      NDArray weighted = scope.create(new float[] {3, 0, 0, 0.5f, 0, 0}, new Shape(3, 2));
      assertThat(loss.discriminator(logits, weighted).getFloat())
          .isCloseTo((float) (3 * Math.log(2) + 0.5 * 50) / 3.5f, ROUNDING);
      // A single label counts whole, whatever its weight.
      NDArray tiny = scope.create(new float[] {0, 0, 0, 1e-6f, 0, 0}, new Shape(3, 2));
      assertThat(loss.discriminator(logits, tiny).getFloat()).isCloseTo(50, ROUNDING);
    }
  }

  private static float crossEntropy(NDManager scope, NDArray logits, int... classes) {
    return CiVaeLoss.of(CONFIG)
        .discriminator(logits, CiVaeLoss.targets(scope, classes, 2))
        .getFloat();
  }

  @OnEveryEngine
  void totalWeighsTheTerms(EngineKind kind) {
    CiVaeLoss loss = CiVaeLoss.of(Fixtures.small().alpha(0.5).beta(3).config());
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      NDArray reconstruction = scope.create(10f);
      NDArray divergence = scope.create(4f);
      NDArray crossEntropy = scope.create(2f);

      assertThat(loss.total(reconstruction, divergence).getFloat()).isCloseTo(12, ROUNDING);
      assertThat(loss.total(reconstruction, divergence, crossEntropy).getFloat())
          .isCloseTo(18, ROUNDING);
    }
  }

  @OnEveryEngine
  void rejectsAClassIndexOutOfRange(EngineKind kind) {
    try (NDManager scope = Fixtures.engine(kind).newBaseManager()) {
      assertThatThrownBy(() -> CiVaeLoss.targets(scope, new int[] {0, 3}, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("classIndices[1] (3) must be -1 or from 0 to 2");
    }
  }

  @Test
  void rejectsAConfigurationThatIsNotResolved() {
    assertThatThrownBy(() -> CiVaeLoss.of(CiVae.builder().config()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" must be resolved");
  }
}
