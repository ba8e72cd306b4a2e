package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.CellMatrix;
import io.civae.examples.singlecell.CellTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published cells; skipped unless the system property {@code civae.data} names their parent. */
class RealCellsTest {

  private static Path data = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("civae.data", "");
    assumeFalse(folder.isEmpty(), "civae.data is not set: no real cells to read");
    data = Path.of(folder);
  }

  @Test
  void readsTheColonCellsAndTheirTypes() throws IOException {
    Path folder = data.resolve("crc-scrna");
    CellMatrix cells = CellMatrix.copyOf(TenxFolder.open(folder, Values.COUNTS));
    CellTable annotation = CellTableFile.read(folder.resolve("cells.csv"));
    assertThat(cells.genes().size()).isEqualTo(4210);
    assertThat(cells.entries()).isEqualTo(1_346_024);
    CellTable joined =
        AnnotatedCells.join(cells, annotation, AnnotatedCells.Unmatched.REFUSE).cells();
    assertThat(joined.size()).isEqualTo(2850);
    assertThat(joined.column("cell_type").counts())
        .hasSize(15)
        .containsEntry("Tumor Epithelial", 600)
        .containsEntry("T", 500)
        .containsEntry("Normal Epithelial", 300)
        .containsEntry("Gliacyte", 20);
    assertThat(joined.column("tumor_normal").counts())
        .containsEntry("Tumor", 1050)
        .containsEntry("Normal", 1800);
  }

  @Test
  void givesTheSameBloodCountsFromMatrixMarketAndFromAnnData() throws IOException {
    Path folder = data.resolve("pbmc68k-reduced");
    CellMatrix counts = CellMatrix.copyOf(TenxFolder.open(folder, Values.COUNTS));
    H5adFile h5ad = H5adFile.open(folder.resolve("10x_pbmc68k_reduced.h5ad"));
    CellMatrix raw = CellMatrix.copyOf(h5ad.matrix(H5adFile.RAW, Values.FINITE));
    assertThat(raw.genes().ids()).isEqualTo(counts.genes().ids());
    assertThat(raw.cells().barcodes()).isEqualTo(counts.cells().barcodes());
    assertThat(raw.entries()).isEqualTo(174_400);
    double[] totals = raw.cells().column("n_counts").numbers();
    for (int cell = 0; cell < totals.length; cell++) {
      for (int gene = 0; gene < raw.genes().size(); gene++) {
        double count = Math.expm1(raw.value(cell, gene)) * totals[cell] / 1e4;
        assertThat((float) Math.rint(count)).isEqualTo(counts.value(cell, gene));
      }
    }
  }

  @Test
  void readsTheScaledBloodMatrixAndItsAnnotation() throws IOException {
    Path folder = data.resolve("pbmc68k-reduced");
    H5adFile h5ad = H5adFile.open(folder.resolve("10x_pbmc68k_reduced.h5ad"));
    CellTable csv = CellTableFile.read(folder.resolve("cells.csv"));
    for (String column : new String[] {"bulk_labels", "louvain", "phase"}) {
      assertThat(h5ad.cells().column(column).values()).isEqualTo(csv.column(column).values());
    }
    assertThat(h5ad.unreadColumns()).isEmpty();
    CellMatrix scaled = CellMatrix.copyOf(h5ad.matrix(H5adFile.X, Values.FINITE));
    assertThat(scaled.genes().size()).isEqualTo(765);
    double[] sums = new double[765];
    scaled.forEach(
        (cell, size, genes, values) -> {
          for (int i = 0; i < size; i++) {
            sums[genes[i]] += values[i];
          }
        });
    // Scaled to mean 0 and then clipped at 10, so that means are near zero.
    assertThat(Arrays.stream(sums).map(sum -> Math.abs(sum / 700)).max().orElseThrow())
        .isLessThan(0.1);
  }
}
