package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.TrainingDivergedException;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingRows;

final class ClassifierTest {

  private static final LabeledDataset DATA = Fixtures.blobs(3, 21, 6, 1);

  private static NetworkParameters train(EngineKind kind, CiVaeConfig config) {
    try (Backend backend = DjlBackend.of(kind.engineName()).create()) {
      return backend.trainClassifier(
          new ClassifierTask(config, DATA, TrainingRows.of(DATA.features())), progress -> {});
    }
  }

  @OnEveryEngine
  void anotherSeedGivesAnotherClassifier(EngineKind kind) {
    assertThat(train(kind, Fixtures.small().seed(1).config()))
        .isNotEqualTo(train(kind, Fixtures.small().seed(2).config()));
  }

  @OnEveryEngine
  void startsElsewhereThanTheModelOfTheSameSeed(EngineKind kind) {
    // A rate that moves nothing shows where training starts.
    CiVaeConfig config =
        Fixtures.small().batchNormalization(BatchNormalization.NONE).learningRate(1e-30).config();

    assertThat(train(kind, config).get("classifier.hidden.0.weight"))
        .isNotEqualTo(Fixtures.train(kind, config, DATA).get("encoder.hidden.0.weight"));
  }

  @OnEveryEngine
  void namesALossThatIsNotFinite(EngineKind kind) {
    CiVaeConfig config =
        Fixtures.small()
            .batchNormalization(BatchNormalization.NONE)
            .learningRate(1e20)
            .epochs(10)
            .config();

    assertThatThrownBy(() -> train(kind, config))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageMatching(
            "(loss term crossEntropy|parameter classifier\\.).* epoch \\d+, step \\d+ .*");
  }
}
