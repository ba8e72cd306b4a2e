package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import io.civae.examples.singlecell.preprocess.PreprocessingPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams a folder through reading and preprocessing. The build does it with a small folder, {@code
 * scripts/prove-cells} with one that does not fit into memory.
 */
class LargeFolderTest {

  private static final int CELLS = Integer.getInteger("civae.cells", 2_000);
  private static final int GENES = Integer.getInteger("civae.genes", 1_000);

  @TempDir Path folder;

  @Test
  void streamsThroughReadingAndPreprocessing() throws IOException {
    LargeFolder large = new LargeFolder(CELLS, GENES).write(folder);
    try (CellSource source = TenxFolder.open(folder, Values.COUNTS)) {
      long[] found = new long[2];
      long start = System.nanoTime();
      source.forEach(
          (cell, size, genes, values) -> {
            found[0] += size;
            for (int i = 0; i < size; i++) {
              found[1] += (long) values[i];
            }
          });
      report("one pass", start);
      assertThat(found).containsExactly(large.entries(), large.sum());

      int special = GENES / LargeFolder.SPECIAL;
      start = System.nanoTime();
      PreparedCells cells =
          PreprocessingPlan.builder().minCellsPerGene(3).variableGenes(special).build().fit(source);
      report("preprocessing", start);
      assertThat(cells.features().rows()).isEqualTo(CELLS);
      assertThat(cells.preprocessing().genes().ids())
          .hasSize(special)
          .filteredOn(id -> Integer.parseInt(id.substring(4)) % LargeFolder.SPECIAL == 0)
          // By chance it would be one in a hundred.
          .hasSizeGreaterThan(special / 3);
    }
  }

  private static void report(String what, long start) {
    if (CELLS < 100_000) {
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(
        "%s: %.1f s, %.0f cells/s, peak heap %d MiB%n", what, seconds, CELLS / seconds, peak >> 20);
  }
}
