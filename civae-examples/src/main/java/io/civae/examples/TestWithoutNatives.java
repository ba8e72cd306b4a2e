package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import org.junit.jupiter.api.Test;

/** A test as a project that uses the library would write it: no engine, milliseconds. */
public class TestWithoutNatives {

  @Test
  void balancingLeavesNoClassBehind() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {60, 20, 8}, 5, 3L);
    CiVae ciVae = CiVae.builder().latentDim(2).backend(new FakeBackend()).build();
    try (CiVaeModel model = ciVae.fit(data)) {
      LabeledDataset balanced = model.augmenter(data).balance();
      assertThat(balanced.size()).isEqualTo(180);
      assertThat(balanced.indicesOf("2")).hasSize(60);
    }
  }
}
