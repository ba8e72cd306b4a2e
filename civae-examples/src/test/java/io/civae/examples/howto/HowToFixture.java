package io.civae.examples.howto;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import org.junit.jupiter.api.AfterEach;

/** A table of three classes, one of them rare, and a model of it. */
abstract class HowToFixture {

  final LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {120, 50, 15}, 3);

  final CiVae ciVae = CiVae.builder().latentDim(3).backend(new FakeBackend()).seed(3).build();

  final CiVaeModel model = ciVae.fit(data);

  @AfterEach
  void closeModel() {
    model.close();
  }
}
