package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.FeatureMatrix;
import org.junit.jupiter.api.Test;

class RowChunkTest {

  @Test
  void takesEveryRowOnceAndLeavesNoSmallRest() {
    assertThat(RowChunk.of(8_191)).containsExactly(new RowChunk(0, 8_191));
    assertThat(RowChunk.of(8_192))
        .containsExactly(new RowChunk(0, 4_096), new RowChunk(4_096, 4_096));
    assertThat(RowChunk.of(12_289))
        .containsExactly(
            new RowChunk(0, 4_096), new RowChunk(4_096, 4_096), new RowChunk(8_192, 4_097));
  }

  @Test
  void selectsItsRows() {
    FeatureMatrix matrix = FeatureMatrix.of(new float[][] {{1}, {2}, {3}});
    assertThat(new RowChunk(1, 2).of(matrix).toArray()).isDeepEqualTo(new float[][] {{2}, {3}});
  }
}
