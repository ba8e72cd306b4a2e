package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.ClassWeighting;
import io.civae.EpochMetrics;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The weighted cross-entropy of buffers and metrics against plain double precision. */
final class WeightedLossTest {

  private static final int CLASSES = 3;
  private static final double[] WEIGHTS = {0.2, 5, 1};
  private static final double STEP = 1e-5;

  private static final ClassWeighting WEIGHTING =
      ClassWeighting.of(Map.of("0", WEIGHTS[0], "1", WEIGHTS[1]));

  /** Two of each class, and a row in three without a label. */
  private static final LabeledDataset DATA = data();

  private static LabeledDataset data() {
    LabeledDataset blobs = Fixtures.blobs(CLASSES, 3, 4, 1);
    int[] labels = Fixtures.classes(blobs);
    for (int i = 0; i < labels.length; i += 3) {
      labels[i] = LabeledDataset.UNLABELED;
    }
    return LabeledDataset.of(blobs.features(), labels);
  }

  private static double crossEntropy(double[] logits, int[] classes) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] >= 0) {
        double all = 0;
        for (int c = 0; c < CLASSES; c++) {
          all += Math.exp(logits[i * CLASSES + c]);
        }
        sum += WEIGHTS[classes[i]] * (Math.log(all) - logits[i * CLASSES + classes[i]]);
        weight += WEIGHTS[classes[i]];
      }
    }
    return sum / weight;
  }

  @OnEveryEngine
  void valueAndGradientAgreeWithFiniteDifferences(EngineKind kind) {
    int rows = DATA.size();
    BatchBuffer batch =
        new BatchBuffer(
            DATA, TrainingRows.of(DATA.features()), null, ClassWeights.of(WEIGHTING, DATA));
    batch.fill(IntStream.range(0, rows).toArray(), 0, rows, 1);
    double[] logits = new double[rows * CLASSES];
    float[] given = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      given[i] = (float) Math.sin(1 + 7 * i);
      logits[i] = given[i];
    }
    Engine engine = Fixtures.engine(kind);
    try (NDManager scope = engine.newBaseManager()) {
      NDArray array = scope.create(given, new Shape(rows, CLASSES));
      array.setRequiresGradient(true);
      NDArray targets = Objects.requireNonNull(batch.targets(scope));
      float value;
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDArray loss = CiVaeLoss.of(Fixtures.small().config()).discriminator(array, targets);
        collector.backward(loss);
        value = loss.getFloat();
      }
      assertThat((double) value).isCloseTo(crossEntropy(logits, batch.classes()), within(1e-6));
      float[] gradient = array.getGradient().toFloatArray();
      for (int i = 0; i < logits.length; i++) {
        double kept = logits[i];
        logits[i] = kept + STEP;
        double above = crossEntropy(logits, batch.classes());
        logits[i] = kept - STEP;
        double below = crossEntropy(logits, batch.classes());
        logits[i] = kept;
        assertThat((double) gradient[i])
            .as("derivative by logit %d", i)
            .isCloseTo((above - below) / (2 * STEP), within(1e-6));
      }
    }
  }

  @OnEveryEngine
  void aBatchWithoutALabelHasNoGradient(EngineKind kind) {
    Engine engine = Fixtures.engine(kind);
    try (NDManager scope = engine.newBaseManager()) {
      NDArray array = scope.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      array.setRequiresGradient(true);
      NDArray targets = scope.zeros(new Shape(2, 2));
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDArray loss = CiVaeLoss.of(Fixtures.small().config()).discriminator(array, targets);
        collector.backward(loss);
        assertThat(loss.getFloat()).isZero();
      }
      for (float derivative : array.getGradient().toFloatArray()) {
        // Of either sign.
        assertThat(Math.abs(derivative)).isZero();
      }
    }
  }

  /** A network that does not move has in every batch what it has in all of them. */
  @OnEveryEngine
  void theMeanOfAnEpochIsWeightedAcrossItsBatches(EngineKind kind) {
    LabeledDataset blobs = Fixtures.blobs(CLASSES, 21, 5, 3);
    int[] labels = Fixtures.classes(blobs);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 4 == 0 ? LabeledDataset.UNLABELED : labels[i];
    }
    LabeledDataset data = LabeledDataset.of(blobs.features(), labels);
    CiVaeConfig config =
        Fixtures.small()
            .classWeighting(WEIGHTING)
            .batchNormalization(BatchNormalization.NONE)
            .sampling(false)
            .learningRate(1e-30)
            .epochs(1)
            .config();
    RecordingListener seen = new RecordingListener();
    Fixtures.train(kind, new TrainingTask(config, data, data), seen);
    EpochMetrics epoch = seen.epochs().get(0);
    double whole = epoch.validation().orElseThrow().discriminator();
    assertThat(whole).isPositive();
    assertThat(epoch.training().discriminator()).isCloseTo(whole, within(1e-5 * whole));
  }
}
