package io.civae.examples.singlecell.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.CellMatrix;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.read.CellTableFile;
import io.civae.examples.singlecell.read.H5adFile;
import io.civae.examples.singlecell.read.TenxFolder;
import io.civae.examples.singlecell.read.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published cells; skipped unless the system property {@code civae.data} names their parent. */
class RealPreprocessingTest {

  private static Path data = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("civae.data", "");
    assumeFalse(folder.isEmpty(), "civae.data is not set: no real cells to read");
    data = Path.of(folder);
  }

  private static CellSource annotated(String folder) throws IOException {
    return AnnotatedCells.join(
        TenxFolder.open(data.resolve(folder), Values.COUNTS),
        CellTableFile.read(data.resolve(folder).resolve("cells.csv")),
        AnnotatedCells.Unmatched.REFUSE);
  }

  @Test
  void givesThePublishedLogarithmsOfTheBloodCells() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder()
            .librarySizeColumn("n_counts")
            .build()
            .fit(annotated("pbmc68k-reduced"));
    Path h5ad = data.resolve("pbmc68k-reduced").resolve("10x_pbmc68k_reduced.h5ad");
    CellMatrix raw = CellMatrix.copyOf(H5adFile.open(h5ad).matrix(H5adFile.RAW, Values.FINITE));
    for (int cell = 0; cell < 700; cell++) {
      float[] row = cells.features().row(cell);
      for (int gene = 0; gene < row.length; gene++) {
        // The file's own logarithms miss those of whole counts by up to 0.082 of a count.
        assertThat((double) row[gene]).isCloseTo(raw.value(cell, gene), within(2e-3));
      }
    }
  }

  @Test
  void preparesTheColonCellsForTheStudy() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder()
            .librarySizeColumn("library_size")
            .minCellsPerGene(3)
            .variableGenes(1000)
            .keepGenes(List.of("CA2", "FABP1", "SLC26A3"))
            .build()
            .fit(annotated("crc-scrna"));
    assertThat(cells.features().rows()).isEqualTo(2850);
    assertThat(cells.features().columns()).isBetween(1000, 1003);
    assertThat(cells.featureNames()).contains("CA2", "FABP1", "SLC26A3");
    assertThat(cells.dataset("cell_type").classNames()).hasSize(15);
  }
}
