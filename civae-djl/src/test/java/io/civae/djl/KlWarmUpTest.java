package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KlWarmUpTest {

  @Test
  void risesInAStraightLineAndStaysAtOne() {
    KlWarmUp warmUp = new KlWarmUp(0.5, 8);

    assertThat(new double[] {0, 0.25, 0.5, 0.75, 1, 1, 1, 1})
        .containsExactly(LongStream.range(0, 8).mapToDouble(warmUp::share).toArray());
  }

  @Test
  void isOneFromTheStartWithoutAShare() {
    assertThat(new KlWarmUp(0, 8).share(0)).isEqualTo(1);
  }

  @OnEveryEngine
  void weighsTheDivergenceWithItsShareOfAlphaAndNothingElse(EngineKind kind) {
    CiVaeLoss loss = CiVaeLoss.of(Fixtures.small().alpha(4).beta(7).config());

    try (NDManager scope = Fixtures.engine(kind).newBaseManager(Device.cpu())) {
      NDArray reconstruction = scope.create(2f);
      NDArray divergence = scope.create(3f);
      CiVaeLoss warming = loss.warmedUp(0.25);

      // 2 + ¼·4·3 + 7·5
      assertThat(warming.total(reconstruction, divergence, scope.create(5f)).getFloat())
          .isEqualTo(40);
      assertThat(warming.total(reconstruction, divergence).getFloat()).isEqualTo(5);
    }
  }

  @OnEveryEngine
  void firstStepGoesWithoutTheDivergence(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(2, 20, 5, 1);
    CiVaeConfig oneStep = Fixtures.small().alpha(5).epochs(1).batchSize(64).config();

    NetworkParameters warmed = Fixtures.train(kind, oneStep.toBuilder().klWarmUp(1).config(), data);

    assertThat(warmed)
        .isEqualTo(Fixtures.train(kind, oneStep.toBuilder().alpha(0).config(), data))
        .isNotEqualTo(Fixtures.train(kind, oneStep, data));
  }

  @OnEveryEngine
  void aWarmUpThatEndsWithTheFirstStepChangesThatStepOnly(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(2, 20, 5, 1);
    CiVaeConfig config = Fixtures.small().alpha(0.5).epochs(4).batchSize(64).config();
    RecordingListener cold = new RecordingListener();
    RecordingListener warmed = new RecordingListener();

    Fixtures.train(kind, new TrainingTask(config, data, null), cold);
    Fixtures.train(
        kind, new TrainingTask(config.toBuilder().klWarmUp(0.25).config(), data, null), warmed);

    // Metrics are of the state before the update: those of the first step are the same.
    assertThat(warmed.epochs().get(0).training()).isEqualTo(cold.epochs().get(0).training());
    assertThat(warmed.epochs().get(1).training()).isNotEqualTo(cold.epochs().get(1).training());
  }
}
