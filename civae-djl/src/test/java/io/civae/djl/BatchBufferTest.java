package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchBufferTest {

  /** Enough for rows to be copied by several threads. */
  private static final int COLUMNS = 400;

  private static final LabeledDataset DATA = Fixtures.blobs(2, 50, COLUMNS, 1);

  @OnEveryEngine
  void rowsStandInTheOrderOfTheBatchAsTheirEpochSeesThem(EngineKind kind) {
    BatchBuffer buffer =
        new BatchBuffer(
            DATA,
            (row, epoch, target, offset) ->
                Arrays.fill(target, offset, offset + COLUMNS, 1_000 * epoch + row));
    int[] order = IntStream.range(0, 100).map(i -> 99 - i).toArray();

    buffer.fill(order, 10, 90, 7);

    try (NDManager scope = Fixtures.engine(kind).newBaseManager(Device.cpu())) {
      float[] x = buffer.features(scope).toFloatArray();
      for (int i = 0; i < 80; i++) {
        assertThat(x[i * COLUMNS]).isEqualTo(7_000 + 89 - i);
        assertThat(x[(i + 1) * COLUMNS - 1]).isEqualTo(7_000 + 89 - i);
      }
    }
    assertThat(buffer.classes()).hasSize(80).startsWith(1).endsWith(0);
  }

  @Test
  void theFirstFailingRowOfTheBatchIsTheOneThatIsThrown() {
    BatchBuffer buffer =
        new BatchBuffer(
            DATA,
            (row, epoch, target, offset) -> {
              throw new IllegalStateException("row " + row);
            });
    int[] order = IntStream.range(0, 100).map(i -> 99 - i).toArray();

    for (int repeat = 0; repeat < 20; repeat++) {
      assertThatThrownBy(() -> buffer.fill(order, 0, 100, 1)).hasMessage("row 99").hasNoCause();
    }
  }

  @OnEveryEngine
  void trainingReadsEachRowOnceInEachEpochInTheNetworksUnits(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 21, 6, 1);
    TrainingRows plain = TrainingRows.of(data.features());
    ConcurrentMap<String, Integer> reads = new ConcurrentHashMap<>();
    TrainingRows counted =
        (row, epoch, target, offset) -> {
          reads.merge(epoch + "/" + row, 1, Integer::sum);
          plain.copyRow(row, epoch, target, offset);
        };

    Fixtures.train(
        kind,
        new TrainingTask(Fixtures.small().epochs(3).config(), data, data, counted),
        new RecordingListener());

    assertThat(reads).hasSize(3 * 63);
    assertThat(reads.values()).containsOnly(1);
  }
}
