package io.civae.examples.singlecell.read;

import static io.civae.examples.singlecell.read.DelimitedMatrix.Layout.CELLS_BY_GENES;
import static io.civae.examples.singlecell.read.DelimitedMatrix.Layout.GENES_BY_CELLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.DenseCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedMatrixTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return SmallFiles.write(folder.resolve("matrix.csv"), text);
  }

  private void assertDamaged(String text, DelimitedMatrix.Layout layout, String... parts)
      throws IOException {
    Path file = file(text);
    assertThatThrownBy(
            () -> {
              try (CellSource source = DelimitedMatrix.open(file, layout, Values.COUNTS)) {
                DenseCells.of(source);
              }
            })
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void readsARowPerCell() throws IOException {
    try (CellSource source =
        DelimitedMatrix.open(file(SmallFiles.CELLS_BY_GENES), CELLS_BY_GENES, Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
      assertThat(source.genes().ids()).containsExactly("ENSG1", "ENSG2", "ENSG3", "ENSG4");
      assertThat(source.cells().barcodes()).containsExactly("AAA-1", "CCC-1", "GGG-1");
    }
  }

  @Test
  void readsARowPerGeneWithTabsAndNoCorner() throws IOException {
    Path file = folder.resolve("matrix.tsv.gz");
    Files.write(file, SmallFiles.compressed(SmallFiles.GENES_BY_CELLS));
    try (CellSource source = DelimitedMatrix.open(file, GENES_BY_CELLS, Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
      assertThat(source.genes().ids()).containsExactly("ENSG1", "ENSG2", "ENSG3", "ENSG4");
      assertThat(source.cells().barcodes()).containsExactly("AAA-1", "CCC-1", "GGG-1");
    }
  }

  @Test
  void rejectsRowsOfAnotherLength() throws IOException {
    assertDamaged(
        SmallFiles.CELLS_BY_GENES.replace("GGG-1,0,", "GGG-1,"),
        CELLS_BY_GENES,
        "line 4: has 4 fields, must have a name and 4 values");
    assertDamaged(
        SmallFiles.GENES_BY_CELLS.replace("12\t0\t2", "12\t0\t2\t1"),
        GENES_BY_CELLS,
        "line 5: has 5 fields");
  }

  @Test
  void rejectsValuesThatAreNoCountsNamingLineAndColumn() throws IOException {
    assertDamaged(
        SmallFiles.CELLS_BY_GENES.replace("0,3,0.0", "0,,0.0"),
        CELLS_BY_GENES,
        "line 4: value () of ENSG2 must be a count");
    assertDamaged(
        SmallFiles.GENES_BY_CELLS.replace("12", "-1"), GENES_BY_CELLS, "value (-1) of AAA-1");
  }

  @Test
  void rejectsDuplicateNames() throws IOException {
    assertDamaged(
        SmallFiles.CELLS_BY_GENES.replace("GGG-1", "AAA-1"),
        CELLS_BY_GENES,
        "barcode \"AAA-1\"",
        "must be unique");
    assertDamaged(
        SmallFiles.CELLS_BY_GENES.replace("ENSG2", "ENSG1"), CELLS_BY_GENES, "gene id \"ENSG1\"");
  }

  @Test
  void rejectsFilesWithoutRows() throws IOException {
    assertDamaged("", CELLS_BY_GENES, "must have a header and at least one row");
    assertDamaged("cell,a\n", CELLS_BY_GENES, "must have a header and at least one row");
    assertDamaged("cell\nx\n", CELLS_BY_GENES, "line 1: must name at least one column");
  }
}
