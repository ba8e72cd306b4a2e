package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.DenseCells;
import io.civae.examples.singlecell.GeneList;
import io.civae.spi.SeededRandom;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedCellsTest {

  private static final int CELLS = 300;
  private static final int GENES = 40;

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1_000_000})
  void restoresAMatrixFromShuffledEntriesWhateverTheSizeOfItsBlocks(int blockEntries)
      throws IOException {
    SeededRandom random = SeededRandom.of(5, blockEntries);
    float[][] expected = new float[CELLS][GENES];
    int[] places = IntStream.range(0, CELLS * GENES).filter(i -> random.nextInt(4) == 0).toArray();
    for (int place : places) {
      expected[place / GENES][place % GENES] = 1 + random.nextInt(9);
    }
    random.shuffle(places);
    try (SortedCells sorted =
        SortedCells.of(
            "test",
            GeneList.of(names(GENES)),
            CellTable.of(names(CELLS), List.of()),
            visitor -> {
              for (int place : places) {
                visitor.visit(place / GENES, place % GENES, expected[place / GENES][place % GENES]);
              }
            },
            blockEntries)) {
      assertThat(DenseCells.of(sorted)).isDeepEqualTo(expected);
    }
  }
}
