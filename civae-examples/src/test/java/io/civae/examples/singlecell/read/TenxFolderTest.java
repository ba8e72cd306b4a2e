package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.DenseCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenxFolderTest {

  @TempDir Path folder;

  private Path withMatrix(String matrix) throws IOException {
    return SmallFiles.tenx(folder, matrix, SmallFiles.FEATURES, SmallFiles.BARCODES);
  }

  private void assertDamaged(Path damaged, String... parts) {
    assertThatThrownBy(
            () -> {
              try (CellSource source = TenxFolder.open(damaged, Values.COUNTS)) {
                DenseCells.of(source);
              }
            })
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(damaged.toString())
        .hasMessageContainingAll(parts);
  }

  private void assertDamagedMatrix(String from, String to, String... parts) throws IOException {
    assertThat(SmallFiles.MATRIX).contains(from);
    assertDamaged(withMatrix(SmallFiles.MATRIX.replace(from, to)), parts);
  }

  @Test
  void readsCountsGenesAndBarcodes() throws IOException {
    try (CellSource source = TenxFolder.open(withMatrix(SmallFiles.MATRIX), Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
      assertThat(source.genes().ids()).containsExactly("ENSG1", "ENSG2", "ENSG3", "ENSG4");
      assertThat(source.genes().name(1)).isEqualTo("B2");
      assertThat(source.cells().barcodes()).containsExactly("AAA-1", "CCC-1", "GGG-1");
    }
  }

  @Test
  void givesTheSameCellsOnEachPass() throws IOException {
    try (CellSource source = TenxFolder.open(withMatrix(SmallFiles.MATRIX), Values.COUNTS)) {
      DenseCells.of(source);
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    }
  }

  @Test
  void readsCompressedFilesAndTheGenesOfOldVersions() throws IOException {
    Files.write(folder.resolve("matrix.mtx.gz"), SmallFiles.compressed(SmallFiles.MATRIX));
    Files.write(folder.resolve("barcodes.tsv.gz"), SmallFiles.compressed(SmallFiles.BARCODES));
    SmallFiles.write(
        folder.resolve("genes.tsv"), SmallFiles.FEATURES.replace("\tGene Expression", ""));
    try (CellSource source = TenxFolder.open(folder, Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
      assertThat(source.genes().name(3)).isEqualTo("A1");
    }
  }

  @Test
  void readsRealValuesExponentsAndCrLf() throws IOException {
    String matrix =
        SmallFiles.MATRIX
            .replace("integer", "real")
            .replace("4 1 12", "4 1\t1.2e1 ")
            .replace("\n", "\r\n");
    try (CellSource source = TenxFolder.open(withMatrix(matrix), Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    }
    try (CellSource source =
        TenxFolder.open(withMatrix(matrix.replace("1.2e1", "-0.5")), Values.FINITE)) {
      assertThat(DenseCells.of(source)[0][3]).isEqualTo(-0.5f);
    }
  }

  @Test
  void recognisesCellsInRowsByTheSizes() throws IOException {
    String transposed =
        """
        %%MatrixMarket matrix coordinate integer general
        3 4 4
        1 1 1
        1 4 12
        3 2 3
        3 4 2
        """;
    try (CellSource source = TenxFolder.open(withMatrix(transposed), Values.COUNTS)) {
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    }
  }

  @Test
  void sortsTheGenesOfACell() throws IOException {
    String matrix = SmallFiles.MATRIX.replace("1 1 1\n4 1 12", "4 1 12\n1 1 1");
    try (CellSource source = TenxFolder.open(withMatrix(matrix), Values.COUNTS)) {
      assertThat(source).isInstanceOf(MatrixMarketCells.class);
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    }
  }

  @Test
  void sortsCellsInATemporaryFileThatItDeletes() throws IOException {
    String matrix =
        SmallFiles.MATRIX
            .replace("4 1 12\n2 3 3\n4 3 2", "2 3 3\n4 3 2\n4 1 12\n3 2 0")
            .replace("4 3 4", "4 3 5");
    CellSource source = TenxFolder.open(withMatrix(matrix), Values.COUNTS);
    assertThat(source).isInstanceOf(SortedCells.class);
    assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    source.close();
    assertThatThrownBy(() -> DenseCells.of(source)).isInstanceOf(IOException.class);
  }

  @Test
  void sortsWhenAskedTo() throws IOException {
    try (CellSource source = TenxFolder.open(withMatrix(SmallFiles.MATRIX), Values.COUNTS, true)) {
      assertThat(source).isInstanceOf(SortedCells.class);
      assertThat(DenseCells.of(source)).isDeepEqualTo(SmallFiles.COUNTS);
    }
  }

  @Test
  void rejectsIndicesOutOfRangeNamingTheLine() throws IOException {
    assertDamagedMatrix("2 3 3", "5 3 3", "line 6", "row (5) must be an integer from 1 to 4");
    assertDamagedMatrix("2 3 3", "2 4 3", "line 6", "column (4) must be an integer from 1 to 3");
    assertDamagedMatrix("2 3 3", "0 3 3", "row (0)");
    assertDamagedMatrix("2 3 3", "-1 3 3", "row (-1)");
    assertDamagedMatrix("2 3 3", "99999999999999999999 3 3", "row (99999999999999999999)");
  }

  @Test
  void rejectsValuesThatAreNoCounts() throws IOException {
    String rule = "must be a count: an integer from 0 to 16777216";
    for (String value : new String[] {"-3", "1.5", "NaN", "x", "1e9", "0x1", "3f", "--1", "."}) {
      assertDamagedMatrix("2 3 3", "2 3 " + value, "line 6", "value (" + value + ") " + rule);
    }
  }

  @Test
  void rejectsMissingAndExtraEntries() throws IOException {
    assertDamagedMatrix("4 3 2\n", "", "has 3 entries, declares 4");
    assertDamagedMatrix("4 3 2\n", "4 3\n", "line 7", "ends before its value");
    assertDamagedMatrix("4 3 2\n", "4 3 2\n1 3 1\n", "line 8", "after the 4 entries");
    assertDamagedMatrix("4 3 2\n", "4 3 2 1\n", "line 7", "goes on after its value");
  }

  @Test
  void rejectsTwoEntriesForOnePlace() throws IOException {
    assertDamagedMatrix("2 3 3", "4 3 3", "has two entries for gene 4 (ENSG4) of cell 3 (GGG-1)");
    Path twice = withMatrix(SmallFiles.MATRIX.replace("2 3 3", "4 3 3"));
    assertThatThrownBy(
            () -> {
              try (CellSource source = TenxFolder.open(twice, Values.COUNTS, true)) {
                DenseCells.of(source);
              }
            })
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("has two entries for gene 4 (ENSG4) of cell 3 (GGG-1)");
  }

  @Test
  void rejectsSizesThatTheFileCannotHold() throws IOException {
    assertDamagedMatrix("4 3 4", "4 3 4000000000", "declares 4000000000 entries", "bytes can hold");
    assertDamagedMatrix("4 3 4", "4 3 13", "more than a matrix of 4 x 3");
    assertDamagedMatrix(
        "4 3 4", "4 2000000000 4", "is of 4 x 2000000000, must be of genes x cells: 4 in", "3 in");
  }

  @Test
  void rejectsOtherKindsOfMatrix() throws IOException {
    String rule = "must be \"%%MatrixMarket matrix coordinate integer|real general\"";
    assertDamagedMatrix("integer", "pattern", "line 1", rule);
    assertDamagedMatrix("general", "symmetric", rule);
    assertDamagedMatrix("coordinate", "array", rule);
    assertDamaged(withMatrix(""), rule);
  }

  @Test
  void rejectsDuplicateAndBlankNames() throws IOException {
    assertDamaged(
        SmallFiles.tenx(folder, SmallFiles.MATRIX, SmallFiles.FEATURES, "A\nB\nA\n"),
        "barcodes.tsv: line 3",
        "barcode \"A\" stands in line 1 already");
    assertDamaged(
        SmallFiles.tenx(folder, SmallFiles.MATRIX, "a\na\nb\nc\n", SmallFiles.BARCODES),
        "gene \"a\" stands in line 1 already");
    assertDamaged(
        SmallFiles.tenx(folder, SmallFiles.MATRIX, "a\n\nb\nc\n", SmallFiles.BARCODES),
        "line 2",
        "must not be blank");
    assertDamaged(
        SmallFiles.tenx(folder, SmallFiles.MATRIX, SmallFiles.FEATURES, ""), "has no line");
  }

  @Test
  void rejectsFeaturesOfSeveralKinds() throws IOException {
    String mixed = SmallFiles.FEATURES.replace("B2\tGene Expression", "B2\tAntibody Capture");
    assertDamaged(
        SmallFiles.tenx(folder, SmallFiles.MATRIX, mixed, SmallFiles.BARCODES),
        "several kinds",
        "Antibody Capture=1",
        "Gene Expression=3");
  }

  @Test
  void rejectsMissingAndAmbiguousFiles() throws IOException {
    assertDamaged(folder.resolve("nothing"), "must be a folder");
    assertDamaged(folder, "must have one of the files [matrix.mtx, matrix.mtx.gz]");
    Path both = withMatrix(SmallFiles.MATRIX);
    SmallFiles.write(folder.resolve("genes.tsv"), SmallFiles.FEATURES);
    assertDamaged(both, "has [features.tsv, genes.tsv], must have one of them only");
  }

  @Test
  void rejectsDamagedCompression() throws IOException {
    withMatrix(SmallFiles.MATRIX);
    byte[] bytes = SmallFiles.compressed(SmallFiles.MATRIX);
    Files.delete(folder.resolve("matrix.mtx"));
    Files.write(folder.resolve("matrix.mtx.gz"), Arrays.copyOf(bytes, bytes.length - 9));
    assertDamaged(folder, "compressed data end too early");
  }

  @Test
  void saysWhenEntriesTurnOutUnsorted() throws IOException {
    MatrixMarketFile matrix =
        MatrixMarketFile.open(
            new DataFile(
                withMatrix(SmallFiles.MATRIX.replace("4 3 2", "4 2 2")).resolve("matrix.mtx")));
    NameFile genes = new NameFile(new DataFile(folder.resolve("features.tsv")), "gene");
    NameFile cells = new NameFile(new DataFile(folder.resolve("barcodes.tsv")), "barcode");
    CellSource streamed =
        new MatrixMarketCells(matrix, true, Values.COUNTS, genes.genes(), cells.cells());
    assertThatThrownBy(() -> DenseCells.of(streamed))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("line 7: goes back to cell 2 after cell 3");
  }
}
