package io.civae.examples.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {

  @Test
  void thePaperIsTheLibrarysPreset() {
    assertThat(Recipe.PAPER.builder().config())
        .isEqualTo(CiVae.paper().likelihood(Likelihood.GAUSSIAN).scaling(Scaling.NONE).config());
    assertThat(Recipe.PAPER.transform()).isEmpty();
  }

  @Test
  void theBestHasWideLayersMirroredInTheDecoderAndJitters() {
    CiVaeConfig best = Recipe.BEST.builder().config();
    assertThat(best.hiddenLayers()).containsExactly(1024, 512, 256);
    assertThat(best.decoderLayers()).containsExactly(256, 512, 1024);
    assertThat(best.learningRateSchedule()).isEqualTo(LearningRateSchedule.oneCycle());
    assertThat(Recipe.BEST.transform()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Recipe.class)
  void aVaeDiffersFromItsCiVaeInBetaAlone(Recipe recipe) {
    CiVaeConfig vae = StudyRow.VAE.applyTo(recipe.builder()).config();
    assertThat(vae.beta()).isZero();
    assertThat(vae.toBuilder().beta(recipe.builder().config().beta()).config())
        .isEqualTo(recipe.builder().config());
  }
}
