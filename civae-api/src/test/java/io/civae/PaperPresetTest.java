package io.civae;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaperPresetTest {

  /** The recipe of the authors' published code. */
  @Test
  void presetsTheRecipeOfThePaper() {
    CiVaeConfig paper = CiVae.paper().config();
    assertThat(paper.latentDim()).isEqualTo(20);
    assertThat(paper.hiddenLayers()).containsExactly(592, 400, 400, 400, 400, 400, 400);
    assertThat(paper.decoderLayers()).containsExactly(400, 400, 400, 400, 400, 400, 600);
    assertThat(paper.batchNormalization()).isEqualTo(BatchNormalization.AFTER_ACTIVATION);
    assertThat(paper.outputActivation()).isEqualTo(OutputActivation.LINEAR);
    assertThat(paper.likelihood()).isEqualTo(Likelihood.GAUSSIAN);
    assertThat(paper.sampling()).isTrue();
    assertThat(paper.dropout()).isEqualTo(0.1);
    assertThat(paper.discriminatorDropout()).isEqualTo(0.8);
    assertThat(paper.alpha()).isEqualTo(4e-4);
    assertThat(paper.beta()).isEqualTo(7.84);
    assertThat(paper.weightDecay()).isEqualTo(2e-5);
    assertThat(paper.batchSize()).isEqualTo(512);
    assertThat(paper.epochs()).isBetween(800, 900);
    LearningRateSchedule schedule = paper.learningRateSchedule();
    assertThat(schedule.kind()).isEqualTo(LearningRateSchedule.Kind.STAGED);
    assertThat(paper.learningRate() * schedule.factor(0, 1000)).isEqualTo(1e-2);
    assertThat(paper.learningRate() * schedule.factor(999, 1000)).isEqualTo(5e-6);
  }
}
