package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.LinearDiscriminator;
import io.civae.fixture.HandMadeModels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkDiscriminatorTest {

  private final TrainedModel model =
      HandMadeModels.identity(
          0, List.of("a", "b", "c"), new float[][] {{1, 0}, {0, 2}, {-1, -1}}, 0.5f, 0, -0.5f);
  private final LinearDiscriminator discriminator = model.discriminator();

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void answersLogitsByHand() {
    assertThat(discriminator.logits(new float[][] {{3, 4}, {-1, 0}}))
        .isDeepEqualTo(new float[][] {{3.5f, 8, -7.5f}, {-0.5f, 0, 0.5f}});
  }

  /** e⁻¹, e⁻⁰·⁵ and 1 over their sum 1.9744101. */
  @Test
  void answersProbabilitiesByHand() {
    float[] p = discriminator.probabilities(new float[][] {{-1, 0}})[0];
    assertThat(p[0]).isCloseTo(0.18632373f, within(1e-6f));
    assertThat(p[1]).isCloseTo(0.30719590f, within(1e-6f));
    assertThat(p[2]).isCloseTo(0.50648040f, within(1e-6f));
  }

  @Test
  void answersProbabilitiesForHugeLogits() {
    float[][] p = discriminator.probabilities(new float[][] {{3e37f, -3e37f}, {-3e37f, -3e37f}});
    assertThat(p).isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 0, 1}});
  }

  @Test
  void predictsTheMostProbableClass() {
    float[][] z = {{3, 4}, {-1, 0}, {5, 0}};
    assertThat(discriminator.predictIndices(z)).containsExactly(1, 2, 0);
    assertThat(discriminator.predict(z)).containsExactly("b", "c", "a");
  }

  @Test
  void predictsTheFirstOfTiedClasses() {
    assertThat(discriminator.predict(new float[][] {{1.5f, 1}})).containsExactly("a");
    assertThat(discriminator.logits(new float[][] {{1.5f, 1}})[0]).startsWith(2, 2);
  }

  @Test
  void answersWeightsAndBiasesAsCopies() {
    assertThat(discriminator.weights()).isDeepEqualTo(new float[][] {{1, 0, -1}, {0, 2, -1}});
    assertThat(discriminator.bias()).containsExactly(0.5f, 0, -0.5f);
    discriminator.weights()[0][0] = 9;
    discriminator.bias()[0] = 9;
    assertThat(discriminator.weights()[0][0]).isEqualTo(1);
    assertThat(discriminator.bias()[0]).isEqualTo(0.5f);
    assertThat(discriminator.classNames()).containsExactly("a", "b", "c");
  }
}
