package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.TranslateException;
import ai.djl.util.Progress;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class LabeledDatasetsTest {

  private static final List<String> NAMES = List.of("rose", "tulip", "daisy");

  private final LabeledDataset table = SyntheticDatasets.imbalancedTable(new int[] {300, 40}, 5);

  private static ArrayDataset arrays(NDArray data, NDArray labels) {
    return new ArrayDataset.Builder()
        .setData(data)
        .optLabels(labels)
        .setSampling(7, true, true) // shuffled, and the last batch dropped
        .build();
  }

  private ArrayDataset arrays(NDManager manager, DataType type) {
    int d = table.featureCount();
    NDArray data =
        manager.create(table.features().toArray()).reshape(new Shape(table.size(), 1, d));
    return arrays(data, manager.create(Fixtures.classes(table)).toType(type, true));
  }

  @OnEveryEngine
  void readsEveryRowInItsOwnOrderAndLeavesNothingNative(EngineKind kind)
      throws IOException, TranslateException {
    for (DataType type : List.of(DataType.INT32, DataType.INT64, DataType.FLOAT32)) {
      try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
        ArrayDataset dataset = arrays(manager, type);
        int before = manager.getManagedArrays().size();
        LabeledDataset read = LabeledDatasets.of(dataset, manager, NAMES);
        assertThat(manager.getManagedArrays()).hasSize(before);
        assertThat(read.features().toArray()).isDeepEqualTo(table.features().toArray());
        assertThat(Fixtures.classes(read)).isEqualTo(Fixtures.classes(table));
        assertThat(read.classNames()).isEqualTo(NAMES);
        assertThat(read.label(table.indicesOf("1")[0])).isEqualTo("tulip");
        assertThat(read.indicesOf("daisy")).isEmpty();
      }
    }
  }

  /** A dataset that serves batches and nothing else, as one made of a stream would. */
  private static final class Served implements Dataset {

    private final ArrayDataset behind;
    private boolean prepared;

    Served(ArrayDataset behind) {
      this.behind = behind;
    }

    @Override
    public Iterable<Batch> getData(NDManager manager) throws IOException, TranslateException {
      assertThat(prepared).isTrue();
      return behind.getData(manager);
    }

    @Override
    public void prepare(@Nullable Progress progress) {
      prepared = true;
    }
  }

  @OnEveryEngine
  void readsAnyOtherDatasetAsItServes(EngineKind kind) throws IOException, TranslateException {
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      NDArray data = manager.create(new float[][] {{1, 2}, {3, 4}, {5, 6}});
      NDArray labels = manager.create(new float[] {2, -1, 0}).reshape(3, 1);
      Dataset dataset =
          new Served(
              new ArrayDataset.Builder()
                  .setData(data)
                  .optLabels(labels)
                  .setSampling(2, false)
                  .build());
      LabeledDataset read = LabeledDatasets.of(dataset, manager, NAMES);
      assertThat(read.features().toArray()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, {5, 6}});
      assertThat(read.label(0)).isEqualTo("daisy");
      assertThat(read.label(1)).isNull();
      assertThat(read.label(2)).isEqualTo("rose");
    }
  }

  /** What is read is served again by a training set that is augmented on the fly. */
  @OnEveryEngine
  void goesFromAnArrayDatasetToAnAugmentedOne(EngineKind kind)
      throws IOException, TranslateException {
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      LabeledDataset read =
          LabeledDatasets.of(arrays(manager, DataType.INT32), manager, List.of("a", "b"));
      CiVae ciVae = CiVae.builder().latentDim(2).backend(new FakeBackend()).build();
      try (CiVaeModel model = ciVae.fit(read)) {
        int served = 0;
        AugmentedDataset augmented =
            AugmentedDataset.of(model.augmenter(read).forTables(), Balance.toMajority(), 64, 1);
        for (Batch batch : augmented.getData(manager)) {
          served += batch.getSize();
          batch.close();
        }
        assertThat(served).isEqualTo(600);
      }
    }
  }

  @OnEveryEngine
  void refusesWhatIsNoTableOfClasses(EngineKind kind) {
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      NDArray two = manager.create(new float[][] {{1, 2}, {3, 4}});
      NDArray classes = manager.create(new int[] {0, 1});
      assertRefused(
          manager,
          arrays(two, manager.create(new float[] {0, 3})),
          "label of observation 1 (3.0) must be a whole number from 0 to 2, one for each of the"
              + " classes [rose, tulip, daisy], or -1 for none");
      assertRefused(
          manager,
          arrays(two, manager.create(new float[] {0.5f, 0})),
          "label of observation 0 (0.5) must be a whole number");
      assertRefused(
          manager,
          arrays(two, manager.create(new float[] {0, Float.NaN})),
          "(NaN) must be a whole");
      assertRefused(
          manager,
          arrays(two, manager.create(new float[][] {{1, 0}, {0, 1}})),
          "labels of shape (2, 2) for data of shape (2, 2) must be one class number an observation");
      assertRefused(
          manager,
          arrays(manager.create(new float[] {1, 2}), classes),
          "data of shape (2) must have observations and features, [n][d]");
      assertRefused(
          manager,
          new ArrayDataset.Builder()
              .setData(two, two)
              .optLabels(classes)
              .setSampling(2, false)
              .build(),
          "data of a batch has 2 arrays; exactly one is needed");
      assertRefused(
          manager,
          new ArrayDataset.Builder().setData(two).setSampling(2, false).build(),
          "labels of a batch has 0 arrays; exactly one is needed");
      assertRefused(
          manager,
          new Served(
              new ArrayDataset.Builder()
                  .setData(two)
                  .optLabels(classes)
                  .setSampling(7, false, true)
                  .build()),
          "dataset has no observation; at least one is needed");
    }
  }

  private static void assertRefused(NDManager manager, Dataset dataset, String message) {
    int before = manager.getManagedArrays().size();
    assertThatThrownBy(() -> LabeledDatasets.of(dataset, manager, NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
