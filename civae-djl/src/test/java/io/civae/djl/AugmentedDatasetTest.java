package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.Batch;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AugmentedDatasetTest {

  private final LabeledDataset data = withoutOneLabel();
  private final CiVaeModel model =
      CiVae.builder().latentDim(2).backend(new FakeBackend()).build().fit(data);

  private static LabeledDataset withoutOneLabel() {
    LabeledDataset blobs = SyntheticDatasets.gaussianBlobs(new int[] {30, 9}, 4, 3);
    int[] labels = IntStream.range(0, blobs.size()).map(blobs::classIndex).toArray();
    labels[5] = LabeledDataset.UNLABELED;
    return LabeledDataset.of(blobs.features(), labels);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  private AugmentedDataset augmented(long seed) {
    return AugmentedDataset.of(model.augmenter(data), Balance.toMajority(), 8, seed);
  }

  /** Rows of a pass as text, each with its class, in order. */
  private static List<String> pass(AugmentedDataset dataset, NDManager manager) {
    return rows(dataset.getData(manager));
  }

  private static List<String> rows(Iterable<Batch> batches) {
    List<String> rows = new ArrayList<>();
    for (Batch batch : batches) {
      try (batch) {
        float[] labels = batch.getLabels().singletonOrThrow().toFloatArray();
        float[] values = batch.getData().singletonOrThrow().toFloatArray();
        assertThat(batch.getData().singletonOrThrow().getShape().getShape())
            .containsExactly(labels.length, 4);
        assertThat(batch.getSize()).isEqualTo(labels.length);
        for (int i = 0; i < labels.length; i++) {
          rows.add((int) labels[i] + Arrays.toString(Arrays.copyOfRange(values, 4 * i, 4 * i + 4)));
        }
      }
    }
    return rows;
  }

  @OnEveryEngine
  void servesRealRowsAndNewSyntheticOnesInANewOrderAtEachPass(EngineKind kind) {
    List<String> real = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      if (data.classIndex(i) >= 0) {
        real.add(data.classIndex(i) + Arrays.toString(data.observation(i)));
      }
    }
    int most = Math.max(data.indicesOf("0").length, data.indicesOf("1").length);
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      AugmentedDataset dataset = augmented(1);
      List<String> first = pass(dataset, manager);
      List<String> second = pass(dataset, manager);
      assertThat(first).hasSize(2 * most).containsAll(real);
      assertThat(first.stream().filter(row -> row.startsWith("1"))).hasSize(most);
      assertThat(second).hasSameSizeAs(first).containsAll(real);
      List<String> synthetic = new ArrayList<>(first);
      synthetic.removeAll(real);
      assertThat(synthetic).hasSize(2 * most - real.size());
      assertThat(second).doesNotContainAnyElementsOf(synthetic);
      assertThat(second.indexOf(real.get(0))).isNotEqualTo(first.indexOf(real.get(0)));
    }
  }

  @OnEveryEngine
  void repeatsFromTheSameSeedOnly(EngineKind kind) {
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      List<String> first = pass(augmented(1), manager);
      assertThat(pass(augmented(1), manager)).isEqualTo(first);
      assertThat(pass(augmented(2), manager)).isNotEqualTo(first);
      Iterable<Batch> twice = augmented(1).getData(manager);
      assertThat(rows(twice)).isEqualTo(first);
      assertThat(rows(twice)).isEqualTo(first);
    }
  }

  @OnEveryEngine
  void saysHowFarAPassIsAndEndsIt(EngineKind kind) {
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      var batches = augmented(1).getData(manager).iterator();
      long served = 0;
      while (batches.hasNext()) {
        try (Batch batch = batches.next()) {
          served += batch.getSize();
          assertThat(batch.getProgress()).isEqualTo(served);
          assertThat(batch.getProgressTotal()).isGreaterThanOrEqualTo(served);
          assertThat(batch.getSize()).isLessThanOrEqualTo(8);
        }
      }
      assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void refusesEmptyBatches() {
    assertThatThrownBy(() -> AugmentedDataset.of(model.augmenter(data), Balance.toMajority(), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batchSize (0) must be at least 1");
  }
}
