package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.LabeledDataset;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the engine's own forward pass must be, where a backend offers it. */
abstract class AcceleratorContract extends ModelContract {

  private static final int ROWS = CiVaeModel.ACCELERATED_ROWS + 44;
  private static final double TOLERANCE = 1e-4;

  AcceleratorContract() {}

  @Test
  void offersAnAcceleratorUnlessItSaysOtherwise() {
    CiVaeConfig config = settings().epochs(1).config();
    try (Backend backend = provider().create()) {
      NetworkParameters parameters = trained(new TrainingTask(config, blobs(), null));
      Optional<Accelerator> accelerator = backend.accelerate(config, parameters);
      accelerator.ifPresent(Accelerator::close);
      assertThat(accelerator.isPresent()).isEqualTo(offersAccelerator());
    }
  }

  @Test
  void manyRowsAgreeWithFewForEveryNormalisation() {
    LabeledDataset data =
        SyntheticDatasets.gaussianBlobs(new int[] {ROWS - 80, 50, 30}, FEATURES, 2);
    for (BatchNormalization normalization : BatchNormalization.values()) {
      try (CiVaeModel model =
          learning().batchNormalization(normalization).epochs(3).build().fit(data)) {
        assertManyRowsAgreeWithFew(model, data);
      }
    }
  }

  @Test
  void manyRowsAgreeWithFewBehindASigmoid() {
    LabeledDataset digits = SyntheticDatasets.digits(ROWS / 10, 2);
    try (CiVaeModel model = learning().latentDim(4).epochs(2).build().fit(digits)) {
      assertManyRowsAgreeWithFew(model, digits);
    }
  }

  static void assertManyRowsAgreeWithFew(CiVaeModel model, LabeledDataset data) {
    int[] first = IntStream.range(0, CiVaeModel.ACCELERATED_ROWS - 1).toArray();
    LatentDistribution many = model.encoder().encode(data.features());
    LatentDistribution few = model.encoder().encode(data.features().select(first));
    assertClose("mean", few.mean(), many.mean());
    assertClose("logVariance", few.logVariance(), many.logVariance());
    float[][] z = many.mean();
    float[][] someZ = Arrays.copyOf(z, first.length);
    assertClose("decode", model.decoder().decode(someZ), model.decoder().decode(z));
    assertClose("logits", model.discriminator().logits(someZ), model.discriminator().logits(z));
  }

  private static void assertClose(String what, float[][] few, float[][] many) {
    for (int i = 0; i < few.length; i++) {
      for (int j = 0; j < few[i].length; j++) {
        double error = Math.abs((double) few[i][j] - many[i][j]);
        assertThat(error / Math.max(1, Math.abs(few[i][j])))
            .as("%s[%d][%d]: %s alone, %s among many", what, i, j, few[i][j], many[i][j])
            .isLessThanOrEqualTo(TOLERANCE);
      }
    }
  }

  @Test
  void anAcceleratorOutlivesItsBackendAndServesManyThreads() {
    CiVaeConfig config = settings().epochs(2).config();
    LabeledDataset data = blobs();
    Optional<Accelerator> offered;
    try (Backend backend = provider().create()) {
      offered = backend.accelerate(config, trained(new TrainingTask(config, data, null)));
    }
    assertThat(offered.isPresent()).isEqualTo(offersAccelerator());
    offered.ifPresent(
        accelerator -> {
          try {
            assertServesManyThreads(accelerator, data);
          } finally {
            accelerator.close();
            accelerator.close();
          }
        });
  }

  private static void assertServesManyThreads(Accelerator accelerator, LabeledDataset data) {
    float[] alone = encoded(accelerator, data);
    boolean allSame =
        IntStream.range(0, 16)
            .parallel()
            .allMatch(i -> Arrays.equals(encoded(accelerator, data), alone));
    assertThat(allSame).as("the same bits on every thread").isTrue();
  }

  private static float[] encoded(Accelerator accelerator, LabeledDataset data) {
    float[] x = new float[data.size() * FEATURES];
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, x, i * FEATURES);
    }
    float[] mean = new float[data.size() * LATENT_DIM];
    accelerator.encode(x, data.size(), mean, new float[mean.length]);
    return mean;
  }
}
