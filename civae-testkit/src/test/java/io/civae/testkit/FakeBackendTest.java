package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.Scaling;
import io.civae.TrainingListener;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeBackendTest {

  private static CiVaeBuilder fake() {
    return CiVae.builder().backend(new FakeBackend());
  }

  @Test
  void isNeverFoundByServiceLoader() {
    assertThat(ServiceLoader.load(BackendProvider.class)).isEmpty();
  }

  @Test
  void reconstructsAllWhenThereAreAsManyLatentsAsFeatures() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {30, 20}, 4, 1);
    try (CiVaeModel model = fake().latentDim(4).alpha(0).beta(0).build().fit(data)) {
      CiVaeAssertions.assertThat(model).reconstructsWithin(data, 1e-9);
    }
  }

  @Test
  void principalComponentsOfMoreRowsThanItReadsAreStillGood() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {1_500, 1_000, 10}, 6, 1);
    try (CiVaeModel model = fake().latentDim(2).build().fit(data)) {
      // All that is lost is the unit noise across the plane of the centres.
      CiVaeAssertions.assertThat(model)
          .reconstructsWithin(data, 0.75)
          .discriminatesAtLeast(data, 0.999);
    }
  }

  @Test
  void findsClassesWhereTheLargestVarianceDoesNotLie() {
    // Three features share their noise; the fourth, as wide as each of them, tells the classes.
    SeededRandom random = SeededRandom.of(4);
    float[][] x = new float[100][];
    int[] labels = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      labels[i] = i % 2;
      float noise = (float) random.nextGaussian();
      x[i] = new float[] {noise, noise, noise, labels[i] + 0.05f * (float) random.nextGaussian()};
    }
    LabeledDataset data = LabeledDataset.of(x, labels);
    try (CiVaeModel model = fake().latentDim(1).build().fit(data)) {
      // The axis of largest variance alone would be right for little more than half.
      CiVaeAssertions.assertThat(model).discriminatesAtLeast(data, 0.9);
    }
  }

  @Test
  void decodesNearTheDataBehindASigmoid() {
    DatasetSplit split = SyntheticDatasets.digits(60, 4).split(0.7, 0.1, 0.2, 1);
    try (CiVaeModel model = fake().latentDim(20).build().fit(split.training())) {
      CiVaeAssertions.assertThat(model)
          .reconstructsWithin(split.test(), 0.04)
          .discriminatesAtLeast(split.test(), 0.6);
    }
  }

  @Test
  void aLargeAlphaCollapsesEveryLatent() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {30, 20}, 4, 1);
    try (CiVaeModel model = fake().latentDim(3).alpha(1e6).build().fit(data)) {
      assertThat(model.encoder().mean(data.observation(0))).containsOnly(0f);
      assertThat(model.history().last().training().klDivergence()).isZero();
    }
  }

  @Test
  void noOtherLinearNetworkHasALowerObjective() {
    // The expectation over ε in closed form: Σ(x − x̂(μ))² + Σ_j σ_j²‖w_j‖² + α·KL.
    LabeledDataset data = BackendContractFixture.blobs();
    double alpha = 0.4;
    TrainingTask task =
        new TrainingTask(
            BackendContractFixture.settings().alpha(alpha).beta(0).config(), data, null);
    LinearObjectiveOracle oracle = LinearObjectiveOracle.of(trained(task));
    double optimum = oracle.expectedObjective(data, alpha);
    SeededRandom random = SeededRandom.of(5);
    for (int trial = 0; trial < 200; trial++) {
      double step = trial % 2 == 0 ? 1e-2 : 1e-3;
      assertThat(oracle.perturbed(random, step).expectedObjective(data, alpha))
          .as("perturbation %s", trial)
          .isGreaterThan(optimum - 1e-6);
    }
  }

  @Test
  void aClassWithoutMembersNeverComesOutOnTop() {
    LabeledDataset data =
        SyntheticDatasets.gaussianBlobs(new int[] {30, 10}, 4, 2)
            .withClassNames(List.of("0", "1", "absent"));
    try (CiVaeModel model = fake().latentDim(3).build().fit(data)) {
      SeededRandom random = SeededRandom.of(1);
      for (double scale : new double[] {0.01, 1, 100, 1e4}) {
        float[][] z = new float[500][3];
        for (float[] row : z) {
          random.fillGaussian(row);
          for (int j = 0; j < row.length; j++) {
            row[j] *= (float) scale;
          }
        }
        assertThat(model.discriminator().predict(z)).doesNotContain("absent");
      }
    }
  }

  @Test
  void everyEpochReportsTheSameNumbers() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {30, 20}, 4, 1);
    try (CiVaeModel model = fake().latentDim(2).epochs(3).build().fit(data, data)) {
      List<LossTerms> training =
          model.history().epochs().stream().map(EpochMetrics::training).toList();
      assertThat(training).hasSize(3).containsOnly(training.get(0));
      assertThat(training.get(0).discriminatorAccuracy()).isEqualTo(1);
    }
  }

  @Test
  void sampledTermsExceedThoseAtTheMeansByTheDecodedNoise() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {400, 300}, 4, 1);
    CiVaeBuilder settings = fake().latentDim(3).alpha(0.5).scaling(Scaling.STANDARD).epochs(1);
    try (CiVaeModel model = settings.build().fit(data, data)) {
      EpochMetrics epoch = model.history().last();
      double sampled = epoch.training().reconstruction();
      double atMeans = epoch.validation().orElseThrow().reconstruction();
      // Σ_j σ_j²‖w_j‖², from the parameters.
      double noise = LinearObjectiveOracle.of(model.parameters()).decodedNoise();
      assertThat(sampled - atMeans).isCloseTo(noise, within(0.1 * noise));
    }
    try (CiVaeModel model = settings.sampling(false).build().fit(data, data)) {
      EpochMetrics epoch = model.history().last();
      assertThat(epoch.training()).isEqualTo(epoch.validation().orElseThrow());
    }
  }

  @Test
  void aClosedBackendRefusesToTrain() {
    Backend backend = new FakeBackend().create();
    backend.close();
    TrainingTask task =
        new TrainingTask(
            BackendContractFixture.settings().config(), BackendContractFixture.blobs(), null);
    assertThatThrownBy(() -> backend.train(task, TrainingControl.of(TrainingListener.NONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void oneModelServesManyThreadsAtOnce() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {300, 200}, 4, 1);
    try (CiVaeModel model = fake().latentDim(2).build().fit(data)) {
      float[][] alone = model.reconstruct(data.features());
      IntStream.range(0, 32)
          .parallel()
          .forEach(i -> assertThat(model.reconstruct(data.features())).isDeepEqualTo(alone));
    }
  }

  private static NetworkParameters trained(TrainingTask task) {
    try (Backend backend = new FakeBackend().create()) {
      return backend.train(task, TrainingControl.of(TrainingListener.NONE)).chosen();
    }
  }
}
