package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BatchNormalization;
import io.civae.TrainingDivergedException;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;

final class DivergenceTest {

  @OnEveryEngine
  void absurdLearningRateIsNamed(EngineKind kind) {
    assertThatThrownBy(
            () ->
                Fixtures.train(
                    kind,
                    Fixtures.small()
                        .batchNormalization(BatchNormalization.NONE)
                        .learningRate(1e20)
                        .epochs(10)
                        .config(),
                    Fixtures.blobs(2, 40, 5, 1)))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageMatching(
            "loss term (reconstruction|klDivergence|discriminator)"
                + " \\((NaN|-?Infinity)\\) at epoch 1, step [2-5] must be finite;"
                + " lower learningRate \\(1.0E20\\) .*");
  }

  @OnEveryEngine
  void hugeFeaturesAreNoticedAtTheFirstStep(EngineKind kind) {
    float[][] x = new float[40][5];
    for (int i = 0; i < x.length; i++) {
      x[i][i % 5] = i * 1e36f;
    }
    LabeledDataset data = LabeledDataset.of(FeatureMatrix.of(x), new int[40]);

    assertThatThrownBy(() -> Fixtures.train(kind, Fixtures.small().config(), data))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageStartingWith("loss term reconstruction (")
        .hasMessageContaining(" at epoch 1, step 1 must be finite; lower learningRate (0.004)");
  }

  @OnEveryEngine
  void parametersThatOverflowInTheVeryLastStepAreNoticed(EngineKind kind) {
    assertThatThrownBy(
            () ->
                Fixtures.train(
                    kind,
                    Fixtures.small().learningRate(1e40).epochs(1).batchSize(80).config(),
                    Fixtures.blobs(2, 40, 5, 1)))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageStartingWith("parameter ")
        .hasMessageContaining(" after epoch 1, step 1 must be finite; lower learningRate");
  }
}
