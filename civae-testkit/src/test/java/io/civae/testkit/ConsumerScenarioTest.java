package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What projects that use the library do, from end to end. */
class ConsumerScenarioTest {

  @Test
  void trainsWalksAugmentsSavesAndLoads(@TempDir Path folder) {
    DatasetSplit split = SyntheticDatasets.digits(40, 7).split(0.8, 0.1, 0.1, 7);
    CiVae ciVae =
        CiVae.builder()
            .latentDim(20)
            .beta(1.0)
            .hiddenLayers(64, 32)
            .epochs(5)
            .batchSize(64)
            .seed(7L)
            .backend(new FakeBackend())
            .build();
    Path file = folder.resolve("digits.civae");
    float[][] before;
    try (CiVaeModel model = ciVae.fit(split.training(), split.validation())) {
      LatentDistribution posterior = model.encoder().encode(split.test().features());
      float[][] z = posterior.mean();
      assertThat(z).hasNumberOfRows(split.test().size());
      assertThat(z[0]).hasSize(20);
      assertThat(model.discriminator().predict(z)).hasSize(z.length);
      assertThat(model.discriminator().weights()).hasNumberOfRows(20);

      int[] threes = split.training().indicesOf("3");
      TraversalPath walk =
          model.traverse(
              split.training().observation(threes[0]),
              split.training().observation(threes[1]),
              Traversal.linear(),
              5);
      CiVaeAssertions.assertThat(walk).hasPoints(5).hasFiniteObservations();
      assertThat(walk.observations()[2]).hasSize(784);

      LabeledDataset more = model.augmenter(split.training()).generate("3", 25);
      CiVaeAssertions.assertThat(more).hasSize(25).hasClassCount("3", 25).hasValuesBetween(0, 1);

      before = model.decoder().decode(z);
      model.save(file);
    }
    try (CiVaeModel again = CiVae.load(file)) {
      float[][] z = again.encoder().encode(split.test().features()).mean();
      assertThat(again.decoder().decode(z)).isDeepEqualTo(before);
    }
  }

  @Test
  void balancesAnImbalancedTable() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {60, 20, 8}, 5, 3);
    CiVae ciVae = CiVae.builder().latentDim(2).backend(new FakeBackend()).seed(3).build();
    try (CiVaeModel model = ciVae.fit(data)) {
      CiVaeAssertions.assertThat(model).discriminatesAtLeast(data, 0.99);
      LabeledDataset balanced = model.augmenter(data).balance();
      CiVaeAssertions.assertThat(balanced)
          .hasSize(180)
          .startsWithRowsOf(data)
          .hasClassCount("0", 60)
          .hasClassCount("1", 60)
          .hasClassCount("2", 60);
      // What was made of a class is told from the others as the real ones are.
      CiVaeAssertions.assertThat(model).discriminatesAtLeast(balanced, 0.99);
      TraversalPath walk =
          model.traverse(data.observation(0), data.observation(1), Traversal.linear(), 7);
      CiVaeAssertions.assertThat(walk).hasPoints(7);
    }
  }

  @Test
  void walksInsideAClassAreCertified() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {30, 30, 30}, 5, 3);
    CiVae ciVae = CiVae.builder().latentDim(2).backend(new FakeBackend()).build();
    try (CiVaeModel model = ciVae.fit(data)) {
      for (String name : data.classNames()) {
        int[] members = data.indicesOf(name);
        TraversalPath walk =
            model.traverse(
                data.observation(members[0]), data.observation(members[1]), Traversal.linear(), 50);
        CiVaeAssertions.assertThat(walk).isCertified().staysInClass(name, model.classNames());
      }
    }
  }
}
