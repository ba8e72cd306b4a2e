package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BatchNormalization;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.Likelihood;
import io.civae.LossTerms;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import org.assertj.core.data.Offset;

/** What training does to a network. */
final class TrainingTest {

  private static CiVaeBuilder withAllRandomness() {
    return Fixtures.small().dropout(0.2).discriminatorDropout(0.3).weightDecay(1e-4);
  }

  @OnEveryEngine
  void sameSeedGivesTheSameParametersBitForBit(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 21, 6, 1);
    CiVaeConfig config = withAllRandomness().epochs(10).config();

    NetworkParameters first = Fixtures.train(kind, config, data);

    for (int run = 0; run < 3; run++) {
      assertThat(Fixtures.train(kind, config, data)).isEqualTo(first);
    }
  }

  @OnEveryEngine
  void anotherSeedGivesOtherParameters(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 21, 6, 1);

    NetworkParameters first = Fixtures.train(kind, withAllRandomness().seed(1).config(), data);
    NetworkParameters second = Fixtures.train(kind, withAllRandomness().seed(2).config(), data);

    assertThat(second.get("encoder.mean.weight")).isNotEqualTo(first.get("encoder.mean.weight"));
  }

  @OnEveryEngine
  void lossFallsAndClassesSeparate(EngineKind kind) {
    RecordingListener listener = trainLong(kind, Fixtures.small(), Fixtures.blobs(3, 40, 6, 2));

    EpochMetrics first = listener.epochs().get(0);
    EpochMetrics last = listener.lastEpoch();
    assertThat(last.training().total()).isLessThan(0.5 * first.training().total());
    assertThat(last.training().discriminatorAccuracy()).isGreaterThan(0.97);
  }

  @OnEveryEngine
  void lossFallsWithBernoulliLikelihood(EngineKind kind) {
    RecordingListener listener =
        trainLong(
            kind,
            Fixtures.small()
                .likelihood(Likelihood.BERNOULLI)
                .outputActivation(OutputActivation.SIGMOID),
            Fixtures.squeezed(Fixtures.blobs(3, 40, 6, 2)));

    assertThat(listener.lastEpoch().training().total())
        .isLessThan(0.8 * listener.epochs().get(0).training().total());
  }

  @OnEveryEngine
  void lossFallsWithEveryPlaceOfBatchNormalisation(EngineKind kind) {
    for (BatchNormalization place : BatchNormalization.values()) {
      RecordingListener listener =
          trainLong(
              kind,
              Fixtures.small().batchNormalization(place).dropout(0.05),
              Fixtures.blobs(2, 40, 6, 3));

      assertThat(listener.lastEpoch().training().total())
          .as("%s", place)
          .isLessThan(0.6 * listener.epochs().get(0).training().total());
    }
  }

  @OnEveryEngine
  void autoencoderWithoutHiddenLayersLearns(EngineKind kind) {
    RecordingListener listener =
        trainLong(
            kind,
            Fixtures.small().hiddenLayers().sampling(false).alpha(0).beta(0).latentDim(3),
            Fixtures.blobs(4, 30, 6, 4));

    assertThat(listener.lastEpoch().training().reconstruction())
        .isLessThan(0.3 * listener.epochs().get(0).training().reconstruction());
  }

  private static RecordingListener trainLong(
      EngineKind kind, CiVaeBuilder builder, LabeledDataset data) {
    RecordingListener listener = new RecordingListener();
    CiVaeConfig config = builder.epochs(40).learningRate(1e-2).config();
    Fixtures.train(kind, new TrainingTask(config, data, null), listener);
    return listener;
  }

  @OnEveryEngine
  void unlabelledRowsStillTeachTheAutoencoder(EngineKind kind) {
    LabeledDataset labelled = Fixtures.blobs(3, 40, 6, 2);
    int[] classes = Fixtures.classes(labelled);
    for (int i = 0; i < classes.length; i++) {
      classes[i] = i % 10 == 0 ? classes[i] : LabeledDataset.UNLABELED;
    }
    LabeledDataset sparse = LabeledDataset.of(labelled.features(), classes);

    RecordingListener listener = trainLong(kind, Fixtures.small(), sparse);

    LossTerms last = listener.lastEpoch().training();
    assertThat(last.reconstruction())
        .isLessThan(0.6 * listener.epochs().get(0).training().reconstruction());
    assertThat(last.discriminatorAccuracy()).isGreaterThan(0.9);
  }

  @OnEveryEngine
  void batchesWithoutAnyLabelContributeNoCrossEntropy(EngineKind kind) {
    LabeledDataset labelled = Fixtures.blobs(2, 32, 6, 2);
    int[] classes = new int[labelled.size()];
    Arrays.fill(classes, LabeledDataset.UNLABELED);
    classes[5] = 1;
    LabeledDataset one =
        LabeledDataset.of(labelled.features(), classes).withClassNames(java.util.List.of("0", "1"));
    RecordingListener listener = new RecordingListener();

    Fixtures.train(
        kind, new TrainingTask(Fixtures.small().epochs(5).config(), one, null), listener);

    for (EpochMetrics epoch : listener.epochs()) {
      assertThat(epoch.training().discriminator()).isFinite().isPositive();
      assertThat(epoch.training().discriminatorAccuracy()).isIn(0.0, 1.0);
    }
  }

  @OnEveryEngine
  void withoutAnyLabelCrossEntropyIsZeroAndAccuracyUnknown(EngineKind kind) {
    LabeledDataset none = LabeledDataset.unlabeled(Fixtures.blobs(2, 20, 6, 2).features());
    RecordingListener listener = new RecordingListener();

    NetworkParameters parameters =
        Fixtures.train(
            kind, new TrainingTask(Fixtures.small().beta(0).config(), none, null), listener);

    assertThat(parameters.contains("discriminator.weight")).isFalse();
    assertThat(listener.lastEpoch().training().discriminator()).isZero();
    assertThat(listener.lastEpoch().training().discriminatorAccuracy()).isNaN();
  }

  @OnEveryEngine
  void oneClassIsAlwaysOnTop(EngineKind kind) {
    RecordingListener listener = new RecordingListener();

    Fixtures.train(
        kind,
        new TrainingTask(Fixtures.small().config(), Fixtures.blobs(1, 40, 6, 2), null),
        listener);

    assertThat(listener.lastEpoch().training().discriminator()).isCloseTo(0, Offset.offset(1e-5));
    assertThat(listener.lastEpoch().training().discriminatorAccuracy()).isEqualTo(1);
  }

  @OnEveryEngine
  void discriminatorOfAPlainVaeStaysAtZero(EngineKind kind) {
    NetworkParameters parameters =
        Fixtures.train(
            kind, Fixtures.small().beta(0).weightDecay(0.1).config(), Fixtures.blobs(3, 20, 6, 2));

    assertThat(parameters.get("discriminator.weight").values()).containsOnly(0f);
    assertThat(parameters.get("discriminator.bias").values()).containsOnly(0f);
  }

  @OnEveryEngine
  void oddNumberOfRowsInBatchesOfTwoLeavesStatisticsFinite(EngineKind kind) {
    NetworkParameters parameters =
        Fixtures.train(kind, Fixtures.small().batchSize(2).config(), Fixtures.blobs(1, 7, 6, 2));

    for (float variance : parameters.get("encoder.hidden.0.norm.variance").values()) {
      assertThat(variance).isFinite().isPositive();
    }
  }

  @OnEveryEngine
  void rejectsASingleObservationWithBatchNormalisation(EngineKind kind) {
    LabeledDataset single = Fixtures.blobs(1, 1, 6, 2);

    assertThatThrownBy(() -> Fixtures.train(kind, Fixtures.small().config(), single))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "training has 1 observation; batchNormalization (BEFORE_ACTIVATION) needs at least 2");
  }

  @OnEveryEngine
  void twoTrainingsAtOnceGiveWhatEachGivesAlone(EngineKind kind) throws Exception {
    LabeledDataset data = Fixtures.blobs(3, 21, 6, 1);
    CiVaeConfig config = withAllRandomness().epochs(10).config();
    NetworkParameters alone = Fixtures.train(kind, config, data);
    var pool = java.util.concurrent.Executors.newFixedThreadPool(2);
    try {
      var first = pool.submit(() -> Fixtures.train(kind, config, data));
      var second = pool.submit(() -> Fixtures.train(kind, config, data));

      assertThat(first.get()).isEqualTo(alone);
      assertThat(second.get()).isEqualTo(alone);
    } finally {
      pool.shutdown();
    }
  }
}
